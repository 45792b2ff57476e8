/** The focus on a card of the panel: it must not be lost when the card that had it goes. */
import type { ReaderPane } from '../panes/pane.ts';

/** Frames until a card that was just brought into the list is there. */
const MOST_FRAMES = 6;

export function isCardFocused(): boolean {
  return (document.activeElement?.closest('article[data-passage]') ?? null) !== null;
}

/** Puts the focus on the card of a passage, as soon as it is there; when it does not come, on the pages. */
export function focusCard(pane: ReaderPane, id: number | null): void {
  const focus = (frames: number): void => {
    const button = document.querySelector<HTMLElement>(
      `[data-pane="${pane.name}"] article[data-passage="${id}"] button`,
    );
    if (button !== null) {
      button.focus({ preventScroll: true });
      button.scrollIntoView({ block: 'nearest' });
    } else if (frames > 0) requestAnimationFrame(() => focus(frames - 1));
    else pane.reader.getState().surface?.scroller.focus({ preventScroll: true });
  };
  requestAnimationFrame(() => focus(MOST_FRAMES));
}
