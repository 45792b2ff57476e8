/**
 * Words selected at random on drawn pages, highlighted, and looked for again where they are drawn. What was selected is
 * told by the letters of the page as the browser has them, not by anything of ours.
 */
import { expect, type Page } from '@playwright/test';
import type { SeededRandom } from '../../helpers/invented-words.ts';
import { invoke } from './bridge.ts';
import { documentRows, reader } from './journey.ts';

export interface RandomPassage {
  readonly id: number;
  readonly documentId: number;
  /** 1-based; where the words begin. */
  readonly page: number;
  /** Pages whose letters are counted from the first of them. */
  readonly pages: readonly number[];
  /** Indexes of the first and the last letter. */
  readonly from: number;
  readonly to: number;
  /** The letters, without white space. */
  readonly letters: string;
}

/** Opens a document by its row, and waits until it is no longer another one that is on the screen. */
export async function openListed(
  window: Page,
  { fileName, title }: { readonly fileName: string; readonly title: string },
): Promise<void> {
  await documentRows(window).filter({ hasText: fileName }).first().click();
  const heading = reader(window).getByRole('heading', { level: 2 }).first();
  await expect(heading).toHaveText(title, { timeout: 30_000 });
  await expect(reader(window).locator('.page-marks').first()).toBeAttached({ timeout: 30_000 });
}

/** Letters of the longest selection. */
const MOST_LETTERS = 500;

/** Highlights `count` random stretches that begin on a page; answers fewer when the page has no words. */
export async function highlightAtRandom(
  window: Page,
  place: { documentId: number; page: number; pages: number },
  count: number,
  random: SeededRandom,
): Promise<RandomPassage[]> {
  const { documentId, page } = place;
  await show(window, [page]);
  const letters = await reader(window).evaluate(countLetters, [page]);
  if (letters === 0) return [];
  const made: RandomPassage[] = [];
  const known = new Set(await passageIds(window, documentId));
  for (let number = 0; number < count; number += 1) {
    // The last fifth goes on to the next page, if that has words.
    const next = page < place.pages && number >= count * 0.8;
    const pages = next ? [page, page + 1] : [page];
    await show(window, pages);
    const all = await reader(window).evaluate(countLetters, pages);
    const from = random.below(letters);
    const long =
      next && all > letters ? letters - from + random.below(200) : random.below(MOST_LETTERS);
    const to = Math.min(all - 1, from + (number % 4 === 0 ? random.below(12) : long));
    const selected = await reader(window).evaluate(selectAndHighlight, { pages, from, to });
    const id = (await passageIds(window, documentId)).find((one) => !known.has(one));
    // The same words twice are one passage.
    if (id === undefined) continue;
    known.add(id);
    made.push({ id, documentId, page, pages, from, to, letters: selected });
  }
  return made;
}

async function passageIds(window: Page, documentId: number): Promise<number[]> {
  const answer = await invoke(window, 'passage.list', { documentId });
  const { value } = answer as { value: readonly { id: number }[] };
  return value.map(({ id }) => id);
}

/** What is wrong with passages of one page, as kinds of mistakes and indexes of letters, without words; empty when all stand at their letters. */
export async function mistakesOnPage(
  window: Page,
  passages: readonly RandomPassage[],
): Promise<string[]> {
  const [first] = passages;
  if (!first) return [];
  const { documentId } = first;
  const answer = await invoke(window, 'passage.list', { documentId });
  const { value } = answer as { value: readonly { id: number; quote: string }[] };
  const quotes = new Map(value.map(({ id, quote }) => [id, quote]));
  const wrong = passages.flatMap(({ id, letters, from, to }) => {
    const quote = quotes.get(id);
    if (quote === undefined) return [`lost (letters ${from} to ${to})`];
    const isSame = comparable(quote) === comparable(letters);
    return isSame ? [] : [`other words (letters ${from} to ${to})`];
  });
  const drawn: string[] = [];
  for (const { id, pages, from, to } of passages) {
    await show(window, pages);
    await expect
      .poll(() => reader(window).evaluate(countLetters, pages), { timeout: 20_000 })
      .toBeGreaterThan(to);
    await expect(reader(window).locator(`.passage-mark[data-passage="${id}"]`)).not.toHaveCount(0);
    const found = await reader(window).evaluate(compareMarks, { id, pages, from, to });
    if (found !== null) drawn.push(`${found} (letters ${from} to ${to})`);
  }
  return [...wrong, ...drawn];
}

/** What both texts have, whatever the rules of white space, hyphens, ligatures and composed letters make of it. */
function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}\-\u2010\u2011]/gu, '')
    .normalize('NFC');
}

/** One page from its top, or the seam of two. */
async function show(window: Page, pages: readonly number[]): Promise<void> {
  const page = pages.at(-1) ?? 1;
  const isSeam = pages.length > 1;
  const here = await reader(window).evaluate(isShown, { pages, isSeam });
  if (here) return;
  const paper = reader(window).locator(`.page[data-page-number="${page}"]`);
  // Not by the field: there a number is the label of a page first.
  if ((await paper.count()) > 0) await paper.evaluate((element) => element.scrollIntoView());
  else {
    const field = reader(window).getByRole('textbox', { name: 'Go to page' });
    await field.fill(String(page));
    await field.press('Enter');
  }
  await expect(
    reader(window).locator(
      `.page[data-page-number="${page}"] .page-marks, [data-text-page="${page}"] .page-marks`,
    ),
  ).toHaveCount(1, { timeout: 30_000 });
  if (!isSeam) return;
  // Again and again: the reader holds the page that it was sent to until the words are still.
  await expect(async () => {
    await reader(window).evaluate(scrollToSeam, page);
    expect(await reader(window).evaluate(isShown, { pages, isSeam })).toBe(true);
  }).toPass({ timeout: 30_000 });
}

/** Runs in the page: the top of a page comes to the middle of the view. */
function scrollToSeam(root: Element, page: number): void {
  const view = root.querySelector('[data-reading-view]');
  const element = root.querySelector(
    `.page[data-page-number="${page}"], [data-text-page="${page}"]`,
  );
  if (!view || !element) return;
  const middle = view.getBoundingClientRect().top + view.clientHeight / 2;
  view.scrollTop += element.getBoundingClientRect().top - middle;
}

/** Runs in the page: whether pages are drawn and in sight. */
function isShown(
  root: Element,
  { pages, isSeam }: { pages: readonly number[]; isSeam: boolean },
): boolean {
  const view = root.querySelector('[data-reading-view]')?.getBoundingClientRect();
  return pages.every((page) => {
    const element = root.querySelector(
      `.page[data-page-number="${page}"], [data-text-page="${page}"]`,
    );
    if (!view || !element?.querySelector('.page-marks')) return false;
    const box = element.getBoundingClientRect();
    return isSeam
      ? box.bottom > view.top && box.top < view.bottom
      : Math.abs(box.top - view.top) < view.height / 2;
  });
}

/** Runs in the page. */
function countLetters(root: Element, pages: readonly number[]): number {
  let count = 0;
  for (const page of pages) {
    const words = root.querySelector(
      `.page[data-page-number="${page}"] .textLayer, [data-text-page="${page}"] > :last-child`,
    );
    count += (words?.textContent ?? '').replaceAll(/[\s\p{Cc}]/gu, '').length;
  }
  return count;
}

/** Runs in the page: selects letters, waits until the reader has them, and presses H. */
async function selectAndHighlight(
  root: Element,
  { pages, from, to }: { pages: readonly number[]; from: number; to: number },
): Promise<string> {
  const letters: { node: Text; offset: number; letter: string }[] = [];
  for (const page of pages) {
    const words = root.querySelector(
      `.page[data-page-number="${page}"] .textLayer, [data-text-page="${page}"] > :last-child`,
    );
    if (words === null) continue;
    const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { data } = node as Text;
      for (let offset = 0; offset < data.length; offset += 1) {
        const letter = data.charAt(offset);
        if (!/[\s\p{Cc}]/u.test(letter)) letters.push({ node: node as Text, offset, letter });
      }
    }
  }
  const first = letters[from];
  const last = letters[to];
  if (!first || !last) throw new Error('No such letters');
  const until = async (holds: () => boolean): Promise<void> => {
    const end = performance.now() + 20_000;
    while (!holds()) {
      if (performance.now() > end) throw new Error('Waited too long');
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };
  document.querySelector<HTMLElement>('[data-reading-view]')?.focus({ preventScroll: true });
  const bar = (): boolean => document.querySelector('[role="toolbar"][data-words]') !== null;
  getSelection()?.setBaseAndExtent(first.node, first.offset, last.node, last.offset + 1);
  await until(bar);
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'h', code: 'KeyH' }));
  await until(() => getSelection()?.isCollapsed !== false && !bar());
  return letters
    .slice(from, to + 1)
    .map(({ letter }) => letter)
    .join('');
}

/** Runs in the page: whether the marks of a passage lie over its letters, begin with the first and end with the last. */
function compareMarks(
  root: Element,
  { id, pages, from, to }: { id: number; pages: readonly number[]; from: number; to: number },
): string | null {
  const letters: DOMRect[] = [];
  let index = 0;
  for (const page of pages) {
    const words = root.querySelector(
      `.page[data-page-number="${page}"] .textLayer, [data-text-page="${page}"] > :last-child`,
    );
    if (words === null) continue;
    const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { data } = node as Text;
      for (let offset = 0; offset < data.length; offset += 1) {
        if (/[\s\p{Cc}]/u.test(data.charAt(offset))) continue;
        if (index >= from - 1 && index <= to + 1) {
          const range = document.createRange();
          range.setStart(node, offset);
          range.setEnd(node, offset + 1);
          // A hyphen at the end of a line is no part of the text, and so not marked.
          const isHyphen = /[-\u2010\u2011]/u.test(data.charAt(offset));
          letters[index] = isHyphen ? new DOMRect() : range.getBoundingClientRect();
        }
        index += 1;
      }
    }
  }
  const boxes = [...root.querySelectorAll(`.passage-mark[data-passage="${id}"]`)].map((mark) => {
    const { left, top, right, bottom } = mark.getBoundingClientRect();
    // Underlines of overlapping passages stand further and further below the words.
    const { paddingBottom, borderBottomWidth } = getComputedStyle(mark);
    return {
      left,
      top,
      right,
      bottom: bottom - parseFloat(paddingBottom) - parseFloat(borderBottomWidth),
    };
  });
  /** @param slack CSS pixels; letters overlap their neighbours by less than one. */
  const isCovered = (letter: DOMRect, slack: number): boolean => {
    const x = (letter.left + letter.right) / 2;
    const y = (letter.top + letter.bottom) / 2;
    return boxes.some(
      (box) =>
        x >= box.left - slack &&
        x <= box.right + slack &&
        y >= box.top - slack &&
        y <= box.bottom + slack,
    );
  };
  for (let at = from; at <= to; at += 1) {
    const letter = letters[at];
    // What has no width is not to be seen, nor to be missed.
    if (letter && letter.width >= 0.5 && !isCovered(letter, 1)) return 'a letter is not marked';
  }
  for (const at of [from - 1, to + 1]) {
    const beside = letters[at];
    const own = letters[at < from ? from : to];
    if (!beside || !own || beside.width < 0.5) continue;
    // Letters that lie on each other (a mark over a letter, a shadow) are marked together.
    const apart =
      beside.right <= own.left + 1 ||
      beside.left >= own.right - 1 ||
      beside.bottom <= own.top + 1 ||
      beside.top >= own.bottom - 1;
    if (apart && isCovered(beside, -0.3)) return 'a letter beside it is marked';
  }
  return null;
}
