import { useEffect, useRef } from 'react';
import { classes } from '../../../components/classes.ts';
import type { PaperSurface } from '../surface.ts';
import { drawInTurn } from './draw-in-turn.ts';
import styles from './sidebar.module.css';

/** CSS pixels. */
const WIDTH = 116;

interface ThumbnailProps {
  readonly id: string;
  readonly page: number;
  readonly label: string;
  /** It is at the top of the view. */
  readonly current: boolean;
  /** The keys are on it. */
  readonly active: boolean;
  readonly paper: PaperSurface;
  readonly onGo: () => void;
}

export function Thumbnail({ id, page, label, current, active, paper, onGo }: ThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const ending = new AbortController();
    const width = Math.round(WIDTH * devicePixelRatio);
    // A page that cannot be drawn says so where it is read.
    drawInTurn(() => paper.drawSmall(page, element, width, ending.signal), ending.signal).then(
      () => element.setAttribute('data-drawn', ''),
      () => undefined,
    );
    return () => ending.abort();
  }, [page, paper]);
  return (
    <div
      id={id}
      role="option"
      aria-selected={current}
      aria-label={label}
      className={classes(styles['thumbnail'], active && styles['active'])}
      onClick={onGo}
    >
      <canvas ref={canvas} style={{ width: WIDTH }} />
      <span dir="auto">{label}</span>
    </div>
  );
}
