/** The formats excerpts can leave in; each has one writer in `core/export`. */
export const EXPORT_FORMATS = ['csv', 'markdown'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** File name ending, without the dot. */
export const EXPORT_EXTENSIONS: Record<ExportFormat, string> = { csv: 'csv', markdown: 'md' };
