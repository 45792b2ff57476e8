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
      aria-valuenow={width ?? undefined}
      aria-valuemin={PANE_WIDTH.least}
      aria-valuemax={PANE_WIDTH.most}
      tabIndex={0}
      className={styles['splitter']}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        setPaneWidth(event.clientX - paneStart(event.currentTarget));
      }}
      onDoubleClick={() => setPaneWidth(null)}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowLeft' ? -STEP : event.key === 'ArrowRight' ? STEP : 0;
        if (step === 0) return;
        const line = event.currentTarget;
        setPaneWidth(line.getBoundingClientRect().left - paneStart(line) + step);
      }}
    />
  );
}

/** Left edge of the pane before the line, CSS pixels in the window. */
function paneStart(line: Element): number {
  return line.previousElementSibling?.getBoundingClientRect().left ?? 0;
}
