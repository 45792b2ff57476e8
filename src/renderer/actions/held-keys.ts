/**
 * What is typed while the field it is meant for is on its way: nothing of it is lost, and no letter counts as a command. Notes
 * and the palette open after a highlight is on the disk.
 */

/** Milliseconds; a field that takes longer does not come. */
const LONGEST_MS = 3000;

let held: { text: string; stop: () => void } | null = null;

/** From now on letters are kept, until a field takes them or `dropHeldKeys`. */
export function holdKeys(target: Window = window): void {
  if (held !== null) return;
  const ending = new AbortController();
  const late = setTimeout(dropHeldKeys, LONGEST_MS);
  const holding = {
    text: '',
    stop: () => {
      clearTimeout(late);
      ending.abort();
    },
  };
  held = holding;
  target.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') dropHeldKeys();
      else if (event.key === 'Backspace') holding.text = holding.text.slice(0, -1);
      else if (event.key.length === 1) holding.text += event.key;
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, signal: ending.signal },
  );
}

/** Gives up what was held, and lets keys through again. */
export function dropHeldKeys(): void {
  takeHeldKeys();
}

/** What was held; keys go to the window again. */
export function takeHeldKeys(): string {
  const text = held?.text ?? '';
  held?.stop();
  held = null;
  return text;
}

/** Types what was held into the field, which has the focus now. */
export function typeHeldKeys(): void {
  const text = takeHeldKeys();
  // As if by hand, so that the field can undo it; deprecated, but nothing has taken its place.
  if (text !== '') document.execCommand('insertText', false, text);
}
