/**
 * The link layer of the pages on the screen. Links within the document are followed, addresses are told; what that means is up
 * to `onFollow`, and nothing here can open anything. The mouse works through the words, so that they can be selected across
 * links; the keyboard has a button for each link.
 */
import type { LinkTarget } from '../../../../drawing/drawing-answers.ts';
import { linkAt, type PageLink } from './page-link.ts';

export interface LinkLayer {
  /** Links of a page that was drawn; those from before are replaced. */
  put(element: HTMLElement, links: readonly PageLink[]): void;
}

export interface LinkLayerEvents {
  readonly onFollow: (target: LinkTarget) => void;
  /** Words for a link: what it does. */
  readonly nameOf: (target: LinkTarget) => string;
  /** Whether something at a point, in client pixels, is picked rather than the link below it. */
  readonly isCovered: (x: number, y: number) => boolean;
}

export function startLinkLayer(
  container: HTMLElement,
  { onFollow, nameOf, isCovered }: LinkLayerEvents,
  signal: AbortSignal,
): LinkLayer {
  const linksOf = new WeakMap<Element, readonly PageLink[]>();

  function linkAtPoint(event: MouseEvent): PageLink | null {
    const page = event.target instanceof Element ? event.target.closest('.page') : null;
    const links = page === null ? undefined : linksOf.get(page);
    if (page === null || links === undefined) return null;
    const frame = page.getBoundingClientRect();
    const x = (event.clientX - frame.left) / frame.width;
    const y = (event.clientY - frame.top) / frame.height;
    return linkAt(links, x, y);
  }

  container.addEventListener(
    'click',
    (event) => {
      if (window.getSelection()?.isCollapsed === false) return;
      const link = linkAtPoint(event);
      // A passage on a link is picked; the link is followed beside it or by the keyboard.
      if (link === null || isCovered(event.clientX, event.clientY)) return;
      onFollow(link.target);
    },
    { signal },
  );
  let over: PageLink | null = null;
  container.addEventListener(
    'pointermove',
    (event) => {
      const link = event.buttons === 0 ? linkAtPoint(event) : null;
      if (link === over) return;
      over = link;
      container.toggleAttribute('data-over-link', link !== null);
      container.title = link === null ? '' : nameOf(link.target);
    },
    { signal, passive: true },
  );

  return {
    put(element, links) {
      linksOf.set(element, links);
      element.querySelector(':scope > .page-links')?.remove();
      if (links.length === 0) return;
      const layer = document.createElement('div');
      layer.className = 'page-links';
      layer.append(...links.map((link) => buttonOf(link, onFollow, nameOf)));
      element.append(layer);
    },
  };
}

function buttonOf(
  { box, target }: PageLink,
  onFollow: LinkLayerEvents['onFollow'],
  nameOf: LinkLayerEvents['nameOf'],
): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.ariaLabel = nameOf(target);
  button.style.left = percent(box.left);
  button.style.top = percent(box.top);
  button.style.width = percent(box.right - box.left);
  button.style.height = percent(box.bottom - box.top);
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    onFollow(target);
  });
  return button;
}

function percent(part: number): string {
  return `${part * 100}%`;
}
