/** The documents of the open library, as the library process told them. */
import { create } from 'zustand';
import type { SourceDocument } from '../../shared/domain/source-document.ts';
import { call } from '../api.ts';
import { coalesce } from './coalesce.ts';
import { showFailure } from './notices.ts';

export interface DocumentsSlice {
  readonly documents: readonly SourceDocument[];
  readonly byId: ReadonlyMap<number, SourceDocument>;
  /** False until the first list arrived: an empty library and an unknown one look different. */
  readonly loaded: boolean;
}

export const useDocuments = create<DocumentsSlice>()(() => ({
  documents: [],
  byId: new Map(),
  loaded: false,
}));

/** Reloads the list. An import changes it once per file, so calls are drawn together. */
export const loadDocuments = coalesce(async () => {
  const outcome = await call('document.list', {});
  if (!outcome.ok) return showFailure(outcome.failure);
  const documents = outcome.value;
  useDocuments.setState({
    documents,
    byId: new Map(documents.map((document) => [document.id, document])),
    loaded: true,
  });
}, 300);
