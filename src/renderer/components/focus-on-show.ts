/**
 * A ref for the element of a step that has just come: takes the focus, which would otherwise fall back to the whole page, and
 * those who hear the page would not be told. Give the element `tabIndex={-1}`.
 */
export function focusOnShow(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
