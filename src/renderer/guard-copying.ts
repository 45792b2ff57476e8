/**
 * Ctrl+C and the menu copy like the buttons do: through main, which takes the words off the clipboard again, and as plain
 * words only. Dragging words out of the window is refused: the system makes files of what is dragged.
 */
import { copyText } from './stores/clipboard.ts';

export function guardCopying(target: Window): void {
  const guard = (event: ClipboardEvent): void => {
    event.preventDefault();
    // Before pdf.js, which would put the words on the clipboard by itself.
    event.stopImmediatePropagation();
    const text = selectedText(target.document);
    if (text === '') return;
    void copyText(text);
    // Keeps the field's own undo, which setting its value would lose.
    if (event.type === 'cut') target.document.execCommand('delete');
  };
  target.addEventListener('copy', guard, { capture: true });
  target.addEventListener('cut', guard, { capture: true });
  target.addEventListener('dragstart', (event) => event.preventDefault(), { capture: true });
}

/** The words that copying means: of the field that has the focus, or of the page. NUL ends a text in some programs. */
function selectedText(page: Document): string {
  const focused = page.activeElement;
  if (focused instanceof HTMLInputElement && focused.type === 'password') return '';
  const text =
    focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement
      ? focused.value.slice(focused.selectionStart ?? 0, focused.selectionEnd ?? 0)
      : (page.getSelection()?.toString() ?? '');
  return text.replaceAll('\0', '');
}
