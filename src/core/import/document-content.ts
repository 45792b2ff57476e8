/** What was read of a file, before it is known as a document. */
import type { NewDocument } from '../library/queries/document.ts';

export type DocumentContent = Omit<NewDocument, 'fileName' | 'sha256' | 'size'>;
