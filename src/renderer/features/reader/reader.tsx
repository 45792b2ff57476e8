import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceDocument } from '../../../shared/domain/source-document.ts';
import { wordsOf } from '../../i18n.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { excerptRevision, useChanges } from '../../stores/changes.ts';
import { useView } from '../../stores/view.ts';
import { closeInReader, openInReader, reloadDocument, reloadPassages } from './load-reader.ts';
import { OpenReader } from './open-reader.tsx';
import { useReaderActions } from './reader-actions.ts';
import { useReader } from './reader-store.ts';
import { Toolbar } from './toolbar/toolbar.tsx';
import styles from './reader.module.css';

/** Another text is another document to the view. */
function textKey({ id, pages, encoding }: SourceDocument): string {
  return `${id} ${pages} ${encoding}`;
}

/** The open document with its side panel. */
export function Reader() {
  const { t } = useTranslation('reader');
  const documentId = useView((view) => view.reader?.documentId ?? null);
  const opening = useReader((slice) => slice.opening);
  const revision = useChanges(excerptRevision);
  const documentRevision = useChanges((changes) => changes.document);
  useReaderActions();

  useEffect(() => {
    if (documentId !== null) void openInReader(documentId);
  }, [documentId]);
  useEffect(() => closeInReader, []);
  useEffect(() => {
    if (revision > 0) void reloadPassages();
  }, [revision]);
  useEffect(() => {
    if (documentRevision > 0) void reloadDocument();
  }, [documentRevision]);

  const document = opening.kind === 'open' ? opening.document : null;
  return (
    <section className={styles['reader']} aria-label={t('reader')}>
      <Toolbar document={document} />
      {opening.kind === 'open' ? (
        <OpenReader
          key={textKey(opening.document)}
          document={opening.document}
          source={opening.source}
        />
      ) : (
        <EmptyState>
          {opening.kind === 'failed' ? wordsOf(opening.failure) : t('loading')}
        </EmptyState>
      )}
    </section>
  );
}
