import { useTranslation } from 'react-i18next';
import { PANE_WIDTH, setPaneWidth, useView } from '../../stores/view.ts';
import styles from './splitter.module.css';

const STEP = 24;

/** The line between list and reader: drag it, move it with the arrows, double-click puts it back. */
export function Splitter() {
  const { t } = useTranslation('status');
  const width = useView((view) => view.paneWidth);
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t('resize')}
      aria-valuenow={width}
      aria-valuemin={PANE_WIDTH.least}
      aria-valuemax={PANE_WIDTH.most}
      tabIndex={0}
      className={styles['splitter']}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        setPaneWidth(useView.getState().paneWidth + event.movementX);
      }}
      onDoubleClick={() => setPaneWidth(PANE_WIDTH.usual)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') setPaneWidth(width - STEP);
        else if (event.key === 'ArrowRight') setPaneWidth(width + STEP);
      }}
    />
  );
}
