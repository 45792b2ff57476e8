/** Canonical pages of one document, asked for in blocks and kept while it is open. */
import type { Page } from '../../../shared/domain/source-document.ts';
import type { Outcome } from '../../../shared/failure.ts';

export interface PageSource {
  /** Null when there is no such page, or it cannot be had (locked meanwhile). */
  readonly page: (number: number) => Promise<Page | null>;
  /** What has been loaded already. */
  readonly loaded: (number: number) => Page | null;
  /** Loads pages `from`..`to`, inclusive. */
  readonly load: (from: number, to: number) => Promise<void>;
}

/** Pages in one request. */
export const PAGES_AT_ONCE = 20;

type AskPages = (from: number, to: number) => Promise<Outcome<readonly Page[]>>;

/** @param pages number of pages of the document. */
export function createPageSource(pages: number, ask: AskPages): PageSource {
  const known = new Map<number, Page>();
  const underWay = new Map<number, Promise<void>>();

  function loadBlock(block: number): Promise<void> {
    const from = block * PAGES_AT_ONCE + 1;
    if (known.has(from)) return Promise.resolve();
    const asked =
      underWay.get(block) ??
      ask(from, Math.min(pages, from + PAGES_AT_ONCE - 1)).then((outcome) => {
        underWay.delete(block);
        if (outcome.ok) for (const page of outcome.value) known.set(page.number, page);
      });
    underWay.set(block, asked);
    return asked;
  }
  const blockOf = (number: number): number => Math.floor((number - 1) / PAGES_AT_ONCE);

  return {
    loaded: (number) => known.get(number) ?? null,
    load: async (from, to) => {
      const first = blockOf(Math.max(1, from));
      const last = blockOf(Math.min(pages, to));
      const blocks = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
      await Promise.all(blocks.map(loadBlock));
    },
    page: async (number) => {
      if (number < 1 || number > pages) return null;
      await loadBlock(blockOf(number));
      return known.get(number) ?? null;
    },
  };
}
