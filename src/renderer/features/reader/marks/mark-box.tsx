import type { Box } from '../drawn/merge-rects.ts';

interface MarkBoxProps {
  readonly box: Box;
  readonly className: string;
  readonly colour?: string;
  readonly passageId?: number;
  /** Which of the underlines below each other. */
  readonly lane?: number;
}

/** One rectangle on a page, placed in parts of the page so that zooming moves it along. */
export function MarkBox({ box, className, colour, passageId, lane }: MarkBoxProps) {
  return (
    <div
      className={className}
      data-colour={colour}
      data-passage={passageId}
      data-lane={lane === 0 ? undefined : lane}
      style={{
        left: `${box.left * 100}%`,
        top: `${box.top * 100}%`,
        width: `${(box.right - box.left) * 100}%`,
        height: `${(box.bottom - box.top) * 100}%`,
      }}
    />
  );
}
