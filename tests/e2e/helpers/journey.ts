/** What a researcher does, in the words of the interface. */
import { expect, type Locator, type Page } from '@playwright/test';
import { answerOpenDialog, chooseMenu, PASSPHRASE, type RunningApp } from './app.ts';

/** Makes a library and leaves its recovery sheet for later. */
export async function createLibrary(window: Page, name: string): Promise<void> {
  await fillCreateForm(window, name);
  await skipSheet(window);
}

/** Ends on the recovery sheet. */
export async function fillCreateForm(window: Page, name: string): Promise<void> {
  await window.getByRole('button', { name: /^Create a( new)? library/u }).click();
  await window.getByLabel('Name', { exact: true }).fill(name);
  await window.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await window.getByLabel('Passphrase again', { exact: true }).fill(PASSPHRASE);
  await window.getByRole('button', { name: 'Create library' }).click();
  await expect(window.getByRole('heading', { name: 'Recovery sheet' })).toBeVisible();
}

export async function skipSheet(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Later' }).click();
  await window.getByRole('button', { name: 'Go on without the sheet' }).click();
  await expect(window.getByRole('navigation', { name: 'Sections' })).toBeVisible();
}

export async function unlock(window: Page, passphrase = PASSPHRASE): Promise<void> {
  await window.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await window.getByRole('button', { name: 'Unlock', exact: true }).click();
}

/** Imports by the menu and waits until every document is listed. */
export async function importFiles(
  app: RunningApp,
  paths: readonly string[],
  documents: number,
): Promise<void> {
  await answerOpenDialog(app, paths);
  await chooseMenu(app, 'library.import-files');
  await expect(documentRows(app.window)).toHaveCount(documents, { timeout: 45_000 });
}

export function documentRows(window: Page): Locator {
  return window
    .getByRole('grid', { name: 'Library' })
    .getByRole('row')
    .filter({
      has: window.getByRole('gridcell'),
    });
}

export function reader(window: Page): Locator {
  return window.getByRole('region', { name: 'Reader', exact: true });
}

/**
 * Selects words in the reader with the mouse, from the first to the last letter.
 * @param words as they stand in the text; white space may differ (lines of a page).
 * @param within the reader, or one of its panes.
 */
export async function selectWords(
  window: Page,
  words: string,
  within: Locator = reader(window),
): Promise<void> {
  const boxes = await boxesOfWords(window, words, within);
  const first = boxes[0];
  const last = boxes.at(-1);
  if (!first || !last) throw new Error('There are no words to select');
  const from = { x: first.left + 0.7, y: (first.top + first.bottom) / 2 };
  const to = { x: last.right + 0.3, y: (last.top + last.bottom) / 2 };
  await window.mouse.move(from.x, from.y);
  await window.mouse.down();
  await window.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 });
  await window.mouse.move(to.x, to.y, { steps: 4 });
  await window.mouse.up();
  await expect(window.getByRole('toolbar', { name: /selected words/u })).toBeVisible();
}

/** Selects the first long line in sight of the reader and answers its words. */
export async function selectLine(window: Page): Promise<string> {
  const lines = reader(window).locator('.textLayer span, [data-text-page]');
  await expect(lines.filter({ hasText: /\S{3,}/u }).first()).toBeVisible({ timeout: 20_000 });
  let line = '';
  await expect(async () => {
    line = await reader(window).evaluate(longLineInSight);
    expect(line).not.toBe('');
  }).toPass({ timeout: 20_000 });
  // It may end within a word: with Ctrl it stays as it is.
  await window.keyboard.down('Control');
  await selectWords(window, line);
  await window.keyboard.up('Control');
  return line;
}

/** Runs in the page: up to 60 letters of the first long line between the edges of the reader. */
function longLineInSight(root: Element): string {
  const edges = root.querySelector('[data-reading-view]')?.getBoundingClientRect();
  if (!edges) return '';
  for (const element of root.querySelectorAll('.textLayer span, [data-text-page]')) {
    const box = element.getBoundingClientRect();
    if (element.matches('span') && (box.top < edges.top + 20 || box.bottom > edges.bottom - 20)) {
      continue;
    }
    const line = element.textContent.split('\n').find((one) => one.trim().length >= 40);
    if (line !== undefined) return line.trim().slice(0, 60).trim();
  }
  return '';
}

/** A highlight (or another mark) covers the words on the screen, every letter of them and nothing before or after. */
export async function expectHighlightOver(
  window: Page,
  words: string,
  mark = '.passage-mark',
): Promise<void> {
  await expect(async () => {
    const letters = await boxesOfWords(window, words);
    const marks = await reader(window).locator(mark).evaluateAll(boxesOfElements);
    const covered = (box: Box): boolean =>
      marks.some(
        (mark) =>
          mark.left <= middle(box.left, box.right) &&
          mark.right >= middle(box.left, box.right) &&
          mark.top <= middle(box.top, box.bottom) &&
          mark.bottom >= middle(box.top, box.bottom),
      );
    expect(letters.every(covered), 'every letter is covered').toBe(true);
    const [first, last] = [letters[0], letters.at(-1)];
    const left = marks.some((mark) => Math.abs(mark.left - (first?.left ?? 0)) < 2.5);
    const right = marks.some((mark) => Math.abs(mark.right - (last?.right ?? 0)) < 2.5);
    expect({ left, right }, 'it begins and ends with them').toEqual({ left: true, right: true });
  }).toPass({ timeout: 20_000 });
}

/** CSS pixels in the window. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const EMPTY_BOX: Box = { left: 0, top: 0, right: 0, bottom: 0 };
const EMPTY = { x: 0, y: 0, width: 0, height: 0 };

function middle(a: number, b: number): number {
  return (a + b) / 2;
}

/** The box of every letter of the words, as soon as they are on the screen and stand still. */
async function boxesOfWords(
  window: Page,
  words: string,
  within: Locator = reader(window),
): Promise<Box[]> {
  let boxes: Box[] = [];
  await expect(async () => {
    const before = await within.evaluate(findWords, words);
    const after = await within.evaluate(findWords, words);
    expect(after.length, 'the words are in the reader').toBeGreaterThan(0);
    expect(after, 'the page stands still').toEqual(before);
    const pages = (await within.locator('[data-reading-view]').boundingBox()) ?? EMPTY;
    const [first, last] = [after[0] ?? EMPTY_BOX, after.at(-1) ?? EMPTY_BOX];
    if (first.top < pages.y || last.bottom > pages.y + pages.height) {
      await within.locator('[data-reading-view]').hover();
      await window.mouse.wheel(0, first.top - pages.y - pages.height / 3);
    }
    expect(first.top, 'in sight').toBeGreaterThanOrEqual(pages.y);
    expect(last.bottom, 'in sight').toBeLessThanOrEqual(pages.y + pages.height);
    boxes = after;
  }).toPass({ timeout: 20_000 });
  return boxes;
}

/** Runs in the page. */
function findWords(root: Element, words: string): Box[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const letters: { node: Text; offset: number; letter: string }[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text;
    if (!text.parentElement?.closest('.textLayer, [data-text-page]')) continue;
    for (let offset = 0; offset < text.data.length; offset += 1) {
      const letter = text.data.charAt(offset);
      if (!/[\s\p{Cc}\u00AD]/u.test(letter)) letters.push({ node: text, offset, letter });
    }
  }
  const wanted = words.replaceAll(/[\s\p{Cc}\u00AD]/gu, '');
  const all = letters.map(({ letter }) => letter).join('');
  const start = all.indexOf(wanted);
  if (start < 0) return [];
  return letters.slice(start, start + wanted.length).map(({ node, offset }) => {
    const range = document.createRange();
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    const { left, top, right, bottom } = range.getBoundingClientRect();
    return { left, top, right, bottom };
  });
}

/** Runs in the page. */
function boxesOfElements(elements: Element[]): Box[] {
  return elements.map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  });
}

/** Picks a row of the palette by typing its name and pressing a key. */
export async function applyInPalette(
  window: Page,
  row: string | RegExp,
  typed: string,
  key: 'Enter' | 'Shift+Enter',
): Promise<void> {
  const input = window.getByRole('dialog').getByRole('combobox');
  await input.fill(typed);
  const option = window.getByRole('dialog').getByRole('option', { name: row });
  await expect(option).toBeVisible();
  for (let moves = 0; (await option.getAttribute('aria-selected')) !== 'true'; moves += 1) {
    if (moves > 20) throw new Error('The keys do not reach the row');
    await input.press('ArrowDown');
  }
  await input.press(key);
}

/** Drops files and folders in the middle of the window, through the browser's own drag events. */
export async function dropFiles(window: Page, paths: readonly string[]): Promise<void> {
  const session = await window.context().newCDPSession(window);
  const at = { x: 640, y: 400 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await session.detach();
}

/** After a click on a link: closes the dialog that says its address, and tells whether there was one. */
export async function closeAddress(window: Page): Promise<boolean> {
  const dialog = window.getByRole('dialog');
  if ((await dialog.count()) === 0) return false;
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(dialog).toHaveCount(0);
  return true;
}

/** The pages that a search found, best first. */
export function searchHits(window: Page): Locator {
  return window.getByRole('listbox', { name: 'Results' }).getByRole('option');
}
