import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SourceDocument } from '../../../shared/domain/source-document.ts';
import { wordsOf } from '../../i18n.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { classes } from '../../components/classes.ts';
import { isSplit, setActivePane, useView } from '../../stores/view.ts';
import { closeInReader, openInReader } from './load-reader.ts';
import { OpenReader } from './open-reader.tsx';
import { PaneContext, type ReaderPane } from './panes/pane.ts';
import { Toolbar } from './toolbar/toolbar.tsx';
import styles from './reader.module.css';

/** Another text is another document to the view. */
function textKey({ id, pages, encoding }: SourceDocument): string {
  return `${id} ${pages} ${encoding}`;
}

/** One pane: the document that is open in it, with its side panel. */
export function Reader({ pane }: { pane: ReaderPane }) {
  const { t } = useTranslation('reader');
  const documentId = useView((view) => view.places[pane.name]?.documentId ?? null);
  const opening = useStore(pane.reader, (slice) => slice.opening);
  const split = useView(isSplit);
  const isActive = useView((view) => view.activePane === pane.name);

  useEffect(() => {
    if (documentId !== null) void openInReader(pane, documentId);
  }, [pane, documentId]);
  useEffect(() => () => closeInReader(pane), [pane]);
  const document = opening.kind === 'open' ? opening.document : null;
  const activate = (): void => setActivePane(pane.name);
  return (
    <PaneContext value={pane}>
      <section
        className={classes(
          styles['reader'],
          split && styles['split'],
          split && isActive && styles['active'],
        )}
        aria-label={t(split ? `reader-${pane.name}` : 'reader')}
        data-pane={pane.name}
        onPointerDownCapture={activate}
        onFocusCapture={activate}
      >
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
    </PaneContext>
  );
}
