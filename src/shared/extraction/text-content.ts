/** The parts of pdf.js' `getTextContent()` that canonical text is made from, described structurally: no DOM, no pdf.js. */

/**
 * How text must be asked for, in the extractor and in the reader alike: the same options as pdf.js' own
 * `TextLayerBuilder`, so that item `i` here is `textDivs[i]` there.
 */
export const TEXT_CONTENT_OPTIONS = {
  includeMarkedContent: true,
  disableNormalization: true,
} as const;

export interface TextItem {
  readonly str: string;
  /** `ltr`, `rtl` or `ttb`. */
  readonly dir: string;
  /** Text space to PDF points: a, b, c, d, e, f. */
  readonly transform: readonly number[];
  /** PDF points. */
  readonly width: number;
  /** PDF points. */
  readonly height: number;
  /** Key into `styles`. */
  readonly fontName: string;
  readonly hasEOL: boolean;
}

/** Begin and end of marked content; not counted in item indexes. */
export interface MarkedContentItem {
  readonly type: string;
}

export interface TextContentLike {
  readonly items: readonly (TextItem | MarkedContentItem)[];
  readonly styles: Readonly<Record<string, { readonly vertical?: boolean } | undefined>>;
}

/** The text items alone: their position in this list is the item index used everywhere. */
export function textItemsOf(content: TextContentLike): readonly TextItem[] {
  return content.items.filter((item): item is TextItem => 'str' in item);
}
