/** Numbers of the text pages that hold an end of the selection. */
export function pagesOfSelection(): number[] {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed) return [];
  return [selection.anchorNode, selection.focusNode].flatMap((node) => {
    const element = node instanceof Element ? node : node?.parentElement;
    const page = Number(element?.closest<HTMLElement>('[data-text-page]')?.dataset['textPage']);
    return Number.isInteger(page) ? [page] : [];
  });
}
