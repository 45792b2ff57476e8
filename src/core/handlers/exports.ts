/** Writing excerpts to the file the person chose in the dialog of main. */
import { z } from 'zod';
import { exportFormatSchema, pathSchema, selectionSchema } from '../../shared/ipc/schemas.ts';
import { exportExcerpts } from '../export/export-excerpts.ts';
import type { LibraryContext } from './context.ts';

export const exportWriteSchema = z.strictObject({
  selection: selectionSchema,
  format: exportFormatSchema,
  file: pathSchema,
});

export const exportHandlers = {
  write: (context: LibraryContext, request: z.infer<typeof exportWriteSchema>): number =>
    exportExcerpts(context.library.database, context.search, request),
};
