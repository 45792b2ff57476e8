import { useEffect } from 'react';
import { excerptRevision, useChanges } from '../../../stores/changes.ts';
import { useView } from '../../../stores/view.ts';
import { reloadDocument, reloadPassages } from '../load-reader.ts';
import { useReaderActions } from '../reader-actions.ts';
import { Reader } from '../reader.tsx';
import { ALL_PANES } from './pane.ts';
import { PinTray } from './pin-tray.tsx';
import { watchSplit } from './split.ts';
import styles from './reader-panes.module.css';

/** The documents that are open, side by side. */
export function ReaderPanes() {
  const places = useView((view) => view.places);
  const revision = useChanges(excerptRevision);
  const documentRevision = useChanges((changes) => changes.document);
  useReaderActions();
  useEffect(watchSplit, []);
  useEffect(() => {
    if (revision > 0) void reloadPassages();
  }, [revision]);
  useEffect(() => {
    if (documentRevision > 0) void reloadDocument();
  }, [documentRevision]);

  return (
    <main className={styles['reading']}>
      <div className={styles['panes']}>
        {ALL_PANES.map(
          (pane) => places[pane.name] !== null && <Reader key={pane.name} pane={pane} />,
        )}
      </div>
      <PinTray />
    </main>
  );
}
