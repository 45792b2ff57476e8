import { classes } from '../../components/classes.ts';
import { openPlace, useView } from '../../stores/view.ts';
import { Dialogs } from './dialogs.tsx';
import { Palette } from '../palette/palette.tsx';
import { ReaderPanes } from '../reader/panes/reader-panes.tsx';
import { StatusBar } from './status-bar.tsx';
import { DropTarget } from './drop-target.tsx';
import { Rail } from './rail.tsx';
import { SectionView } from './section-view.tsx';
import { Splitter } from './splitter.tsx';
import { useReaderAlone } from './use-reader-alone.ts';
import styles from './workbench.module.css';

/** The window of an open library: rail, list, reader, status bar. */
export function Workbench() {
  const reading = useView((view) => openPlace(view) !== null);
  const alone = useView((view) => view.readerAlone);
  const paneWidth = useView((view) => view.paneWidth);
  useReaderAlone();
  return (
    <div className={classes(styles['workbench'], alone && styles['alone'])}>
      {!alone && <Rail />}
      <div className={styles['middle']}>
        {!alone && (
          <div
            className={classes(styles['list'], reading && styles['beside'])}
            style={reading && paneWidth !== null ? { width: paneWidth } : undefined}
          >
            <SectionView />
          </div>
        )}
        {reading && !alone && <Splitter />}
        {reading && <ReaderPanes />}
      </div>
      {!alone && <StatusBar />}
      <DropTarget />
      <Dialogs />
      <Palette />
    </div>
  );
}
