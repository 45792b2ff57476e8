/** The pages of a PDF: turned, fitted, small beside it, by outline, label and number; and finding words in it. */
import { expect, test, type Locator } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import {
  LEDGER,
  LEDGER_PAGES,
  LEDGER_WORDS,
  makeLedgerPdf,
} from '../fixtures/reader/make-ledger-pdf.ts';
import { libraryProcess, makeWorkplace, startApp, type RunningApp } from './helpers/app.ts';
import { createLibrary, importPaths } from './helpers/bridge.ts';
import { documentRows, reader } from './helpers/journey.ts';
import { writeLargePdf } from './helpers/large-pdf.ts';

const LETTER = 'The harbour office wrote twice. Nobody answered the Harbour.\n\nharbours are cold.';
const LARGE_BYTES = 24_000_000;
/** Of the large one, before its first page is on the screen: a few ranges, and what the database reads beside them. */
const MOST_BYTES_READ = LARGE_BYTES / 4;

let app: RunningApp;

test.beforeAll(async () => {
  const { home, files } = await makeWorkplace();
  const paths = [join(files, 'ledger.pdf'), join(files, 'letter.txt')];
  await writeFile(paths[0]!, await makeLedgerPdf());
  await writeFile(paths[1]!, LETTER);
  for (const path of paths) await handToApp(path);
  paths.push(join(files, 'large.pdf'));
  await writeLargePdf(paths[2]!, 'The ledger of the other pier', LARGE_BYTES);
  app = await startApp(home, { width: 1400, height: 900 });
  await createLibrary(app.window);
  await importPaths(app.window, paths);
  await open('ledger.pdf');
});
test.afterAll(() => app.close());

test('goes to a page by its label and by its number, without the mouse', async () => {
  await press('ControlOrMeta+g');
  await expect(pageField()).toBeFocused();
  await type('ii');
  await expect(pageField()).toHaveValue('ii');
  await expect(page(2)).toBeInViewport();
  await press('ControlOrMeta+g');
  await type('13');
  await expect(reader(app.window).getByText('(13 of 14)')).toBeVisible();
  await expect(reader(app.window).locator('[data-reading-view]')).toBeFocused();
  await press('ControlOrMeta+g');
  await type('99');
  await expect(app.window.getByText('There is no such page.')).toContainText('1 to 14');
  await expect(reader(app.window).getByText('(13 of 14)')).toBeVisible();
});

test('fits, zooms and turns; the words lie over their marks all the while', async () => {
  await goTo('3');
  await expect(page(LEDGER.turned).locator('.textLayer span').first()).toBeVisible();
  await press('ControlOrMeta+8');
  await expect(button('Fit whole page')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => heightOf(LEDGER.turned)).toBeLessThan(800);
  await press('ControlOrMeta+9');
  await expect(button('Fit to width')).toHaveAttribute('aria-pressed', 'true');
  await press('ControlOrMeta+0');
  await expect(zoomField()).toHaveValue('100 %');
  await zoomField().fill('150');
  await press('Enter');
  await expect(zoomField()).toHaveValue('150 %');
  const before = await widthOf(LEDGER.turned);
  await page(LEDGER.turned).hover();
  await app.window.keyboard.down('Control');
  await app.window.mouse.wheel(0, -60);
  await app.window.keyboard.up('Control');
  await expect.poll(() => widthOf(LEDGER.turned)).toBeGreaterThan(before * 1.05);
  // The wide page makes room to scroll sideways; what is gone to is shown whole all the same.
  await goTo('1');
  await press('ControlOrMeta+9');
  await reader(app.window)
    .locator('[data-reading-view]')
    .evaluate((view) => {
      view.scrollLeft = view.scrollWidth;
    });
  await goTo('2');
  await goTo('1');
  await expect.poll(isInTheMiddle).toBe(true);
  await goTo('3');

  await line(LEDGER_WORDS.turned).click({ clickCount: 3 });
  await press('h');
  await expectMarkAtWords(LEDGER_WORDS.turned);
  for (const key of ['ControlOrMeta+r', 'ControlOrMeta+r', 'ControlOrMeta+Shift+r']) {
    const wide = await widthOf(LEDGER.turned);
    const tall = await heightOf(LEDGER.turned);
    await press(key);
    await expect
      .poll(async () => (await widthOf(LEDGER.turned)) > (await heightOf(LEDGER.turned)))
      .toBe(wide < tall);
    await expectMarkAtWords(LEDGER_WORDS.turned);
  }
  await press('ControlOrMeta+Shift+r');
  await expectMarkAtWords(LEDGER_WORDS.turned);

  // A document opens turned, and as large, as it was left.
  const lies = async () => (await widthOf(LEDGER.turned)) > (await heightOf(LEDGER.turned));
  const before90 = await lies();
  await press('ControlOrMeta+r');
  await expect.poll(lies).toBe(!before90);
  await zoomField().fill('85');
  await press('Enter');
  await expect(zoomField()).toHaveValue('85 %');
  await reader(app.window).getByRole('button', { name: 'Close the document' }).click();
  await expect(reader(app.window)).toBeHidden();
  await open('ledger.pdf');
  await expectMarkAtWords(LEDGER_WORDS.turned);
  expect(await lies()).toBe(!before90);
  await expect(zoomField()).toHaveValue('85 %');
  await press('ControlOrMeta+9');
  await press('ControlOrMeta+Shift+r');
  await expect.poll(lies).toBe(before90);
});

test('beside another document there is a menu for the tools that have no room', async () => {
  await press('ControlOrMeta+\\');
  const right = app.window.getByRole('region', { name: 'Right document', exact: true });
  const tools = right.getByRole('toolbar', { name: 'Reader tools' });
  const more = tools.getByRole('button', { name: 'More tools' });
  await expect(tools.getByRole('button', { name: 'Turn right' })).toBeHidden();
  await more.click();
  const before = await right.getByRole('textbox', { name: 'Zoom' }).inputValue();
  await tools.getByRole('button', { name: 'Zoom in' }).click();
  await expect(right.getByRole('textbox', { name: 'Zoom' })).not.toHaveValue(before);
  await tools.getByRole('button', { name: 'Turn right' }).focus();
  await press('ArrowDown');
  await expect(tools.getByRole('button', { name: 'Turn left' })).toBeFocused();
  await press('Escape');
  await expect(more).toBeFocused();
  await more.click();
  await tools.getByRole('button', { name: 'Outline' }).click();
  await expect(right.getByRole('complementary', { name: 'Outline' })).toBeVisible();
  await expect(tools.getByRole('button', { name: 'Turn left' })).toBeHidden();
  await more.click();
  await right.locator('[data-reading-view]').click();
  await expect(tools.getByRole('button', { name: 'Turn left' })).toBeHidden();
  await press('F8');
  await press('ControlOrMeta+w');
  await expect(right).toHaveCount(0);
});

test('words from right to left are selected and marked where they stand', async () => {
  await goTo('5');
  await line(LEDGER_WORDS.hebrew).click({ clickCount: 3 });
  await press('h');
  await expect(reader(app.window).getByRole('button', { name: LEDGER_WORDS.hebrew })).toBeVisible();
  await expectMarkAtWords(LEDGER_WORDS.hebrew);
});

test('small pages stand beside the large ones', async () => {
  await goTo('5');
  await press('F7');
  const pages = reader(app.window).getByRole('listbox', { name: 'Pages' });
  await expect(pages).toBeFocused();
  await expect(pages.getByRole('option', { selected: true })).toHaveAccessibleName('5');
  await expect(pages.locator('canvas[data-drawn]').first()).toBeVisible();
  await press('End');
  await press('Enter');
  await expect(pages.getByRole('option', { selected: true })).toHaveAccessibleName('12');
  await expect(pageField()).toHaveValue('12');
  await press('Escape');
  await expect(pages).toBeHidden();
});

test('the outline leads to its places and says where one reads', async () => {
  await goTo('12');
  await press('F8');
  const tree = reader(app.window).getByRole('tree', { name: 'Outline' });
  await expect(tree).toBeFocused();
  await expect(tree.getByRole('treeitem')).toHaveCount(5);
  await expect(tree.locator('[aria-current]')).toHaveText(/What was lost/u);
  await press('Home');
  await press('ArrowDown');
  await press('ArrowLeft');
  await expect(tree.getByRole('treeitem')).toHaveCount(3);
  await press('ArrowRight');
  await press('ArrowRight');
  await press('ArrowDown');
  await press('Enter');
  await expect(page(LEDGER.wide)).toBeInViewport();
  await expect(pageField()).toHaveValue('4');
  await expect(tree.locator('[aria-current]')).toHaveText(/Tolls/u);
  await press('F8');
  await expect(tree).toBeHidden();
});

test('finds words in the whole document, counts them and walks through them', async () => {
  await goTo('i');
  await press('ControlOrMeta+f');
  const find = reader(app.window).getByRole('search');
  await expect(find.getByRole('textbox')).toBeFocused();
  await app.window.keyboard.type(LEDGER_WORDS.often);
  await expect(find.getByRole('status')).toHaveText('1 of 12');
  await expect(page(1).locator('.find-mark.is-current')).toHaveCount(1);
  await press('Enter');
  await expect(find.getByRole('status')).toHaveText('2 of 12');
  await press('Shift+Enter');
  await press('Shift+F3');
  await expect(find.getByRole('status')).toHaveText('12 of 12');
  await expect(page(LEDGER_PAGES).locator('.find-mark.is-current')).toBeInViewport();
  await find.getByRole('button', { name: 'Match case' }).click();
  await expect(find.getByRole('status')).toHaveText(/of 11$/u);
  await find.getByRole('textbox').fill('nobody such');
  await expect(find.getByRole('status')).toHaveText('Not in this document');
  await find.getByRole('textbox').fill('lock   keeper');
  await expect(find.getByRole('status')).toHaveText('1 of 1');
  await expect(page(LEDGER.turned).locator('.find-mark.is-current')).toBeInViewport();
  await press('Escape');
  await expect(find).toBeHidden();
  await expect(reader(app.window).locator('.find-mark')).toHaveCount(0);
  // What was found is selected: a key highlights it.
  await press('h');
  const kept = reader(app.window).getByRole('button', { name: 'lock keeper p. 3', exact: true });
  await expect(kept).toBeVisible();
});

test('an area of a scanned page is a passage, by the mouse and by the keys', async () => {
  await goTo('6');
  const scan = page(LEDGER.scan);
  await expect(scan.locator('.page-marks')).toBeAttached();
  await press('a');
  const { x, y, width } = (await scan.boundingBox())!;
  await app.window.mouse.move(x + width * 0.2, y + width * 0.1);
  await app.window.mouse.down();
  await app.window.mouse.move(x + width * 0.5, y + width * 0.2, { steps: 3 });
  await app.window.mouse.move(x + width * 0.6, y + width * 0.4);
  await app.window.mouse.up();
  await expect(scan.locator('.region-choice')).toHaveCount(1);
  await press('h');
  await expect(scan.locator('.region-mark')).toHaveCount(1);
  await expect(scan.locator('.region-choice')).toHaveCount(0);
  const mark = (await scan.locator('.region-mark').boundingBox())!;
  expect(Math.abs(mark.x - (x + width * 0.2))).toBeLessThan(2);
  expect(Math.abs(mark.width - width * 0.4)).toBeLessThan(3);

  await press('a');
  await press('ArrowDown');
  await expect(scan.locator('.region-choice')).toHaveCount(1);
  await press('Shift+ArrowDown');
  await press('ArrowRight');
  await press('Enter');
  await expect(scan.locator('.region-mark')).toHaveCount(2);
  await expect(reader(app.window).getByRole('button', { name: 'Area of the page' })).toHaveCount(2);
  await press('ControlOrMeta+z');
  await expect(scan.locator('.region-mark')).toHaveCount(1);

  // Other bounds: a corner and the whole by the mouse, then the keys.
  await app.window.mouse.click(mark.x + mark.width / 2, mark.y + mark.height / 2);
  await press('b');
  const choice = scan.locator('.region-choice');
  await expect(choice).toHaveCount(1);
  await drag({ x: mark.x, y: mark.y }, { x: mark.x - width * 0.1, y: mark.y });
  await drag({ x: mark.x + 20, y: mark.y + 20 }, { x: mark.x + 20, y: mark.y + 50 });
  await press('Shift+ArrowRight');
  await press('Enter');
  await expect(choice).toHaveCount(0);
  const box = () => scan.locator('.region-mark').boundingBox();
  await expect
    .poll(async () => Math.abs((await box())!.width - width * 0.52), { message: 'width' })
    .toBeLessThan(4);
  expect(Math.abs((await box())!.y - mark.y - 30)).toBeLessThan(3);
  await press('ControlOrMeta+z');
  await expect.poll(async () => Math.abs((await box())!.width - mark.width)).toBeLessThan(2);

  const notice = app.window.getByText(/^Undone: /u).first();
  await press('a');
  const tools = reader(app.window).getByRole('toolbar', { name: /the area/u });
  await expect(tools).toBeVisible();
  const [above, below] = [await notice.boundingBox(), await tools.boundingBox()];
  expect(above!.y + above!.height, 'notices make room for it').toBeLessThan(below!.y);
  await press('Escape');
  await expect(tools).toBeHidden();
});

test('the words of one column are copied without those beside them', async () => {
  await goTo('7');
  const columns = page(LEDGER.columns);
  await expect(columns.locator('.textLayer span').first()).toBeVisible();
  await press('a');
  const { x, y, width } = (await columns.boundingBox())!;
  await app.window.mouse.move(x + width * 0.05, y + width * 0.18);
  await app.window.mouse.down();
  await app.window.mouse.move(x + width * 0.5, y + width * 0.35, { steps: 4 });
  await app.window.mouse.up();
  await press('ControlOrMeta+c');
  await expect(app.window.getByText('Copied the words in the area')).toBeVisible();
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(
    LEDGER_WORDS.left.join('\n'),
  );
  await press('Escape');
});

test('a drag takes the lines it goes along, also from the margin, backwards, and from selected words', async () => {
  await goTo('7');
  const left = LEDGER_WORDS.left.join(' ');
  const [first, second] = LEDGER_WORDS.right;
  const selected = () =>
    app.window.evaluate(() => String(getSelection()).replaceAll(/\s+/gu, ' ').trim());
  await drag(await beside(LEDGER_WORDS.left[0], -20), await beside(LEDGER_WORDS.left[2], 15));
  await expect.poll(selected).toBe(left);
  await drag(await beside(LEDGER_WORDS.left[2], 30), await beside(LEDGER_WORDS.left[0], -4));
  await expect.poll(selected).toBe(left);
  await drag(await beside(second, 40, 1), await beside(first, -4));
  await expect.poll(selected).toBe(`${first} ${second}`);
  const { x, y } = await beside(first, -1);
  await drag({ x: x + 40, y }, await beside(second, 6, 1));
  await expect.poll(selected).toBe(`right column ${second}`);
  // With Shift from the last press on, and by words and lines that were clicked twice or thrice, over blank paper.
  await app.window.mouse.click(x, y);
  await app.window.keyboard.down('Shift');
  const below = await beside(second, 30, 1);
  await app.window.mouse.click(below.x, below.y);
  await app.window.keyboard.up('Shift');
  await expect.poll(selected).toBe(`${first} ${second}`);
  for (const clicks of [2, 3]) {
    await app.window.mouse.click(x + 40, y, { clickCount: clicks - 1 });
    await drag({ x: x + 40, y }, below, clicks);
    await expect.poll(selected).toBe(`${clicks === 2 ? 'right column' : first} ${second}`);
  }
});

test('finds in a text document, whole words only if asked', async () => {
  await open('letter.txt');
  await press('ControlOrMeta+f');
  await app.window.keyboard.type('harbour');
  const find = reader(app.window).getByRole('search');
  await expect(find.getByRole('status')).toHaveText('1 of 3');
  await find.getByRole('button', { name: 'Whole words' }).click();
  await expect(find.getByRole('status')).toHaveText('1 of 2');
  const current = reader(app.window).locator('.find-mark.is-current');
  await expect(current).toHaveCount(1);
  // Its words lie above the marks: turned light on dark, as in a PDF, the place would not be seen on light paper.
  await expect(current).toHaveCSS('mix-blend-mode', 'normal');
  await expect(current).not.toHaveCSS('box-shadow', 'none');
  await press('Escape');
});

test('a drag from the margin of a text document takes the lines it goes along', async () => {
  const [first = '', , second] = LETTER.split('\n');
  const view = (await reader(app.window).locator('[data-reading-view]').boundingBox())!;
  const text = (await reader(app.window).locator('[data-text-page]').boundingBox())!;
  const x = (view.x + text.x) / 2;
  await drag({ x, y: text.y + 12 }, { x: text.x + text.width + 12, y: text.y + text.height - 12 });
  await expect
    .poll(() => app.window.evaluate(() => String(getSelection()).trim()))
    .toBe(`${first}\n\n${second}`);
  await press('Escape');
});

test('two fingers make a text larger, a part of a percent at a time', async () => {
  await reader(app.window)
    .locator('[data-text-page]')
    .hover({ position: { x: 2, y: 2 } });
  await app.window.keyboard.down('Control');
  for (let step = 0; step < 30; step += 1) await app.window.mouse.wheel(0, -1);
  await app.window.keyboard.up('Control');
  await expect(zoomField()).toHaveValue(/^(10[89]|11\d) %$/u);
  await press('ControlOrMeta+0');
  await expect(zoomField()).toHaveValue('100 %');
});

test('a large PDF shows its first page before it is read whole', async () => {
  test.skip(process.platform !== 'linux', 'reads /proc');
  const before = await bytesReadByLibrary();
  await open('large.pdf');
  await expect(page(1).locator('canvas').first()).toBeVisible();
  expect((await bytesReadByLibrary()) - before).toBeLessThan(MOST_BYTES_READ);
});

/** Since it was started; proc(5): of files, sockets and pipes, cached or not. */
async function bytesReadByLibrary(): Promise<number> {
  const counts = await readFile(`/proc/${await libraryProcess(app)}/io`, 'utf8');
  return Number(/^rchar: (\d+)$/mu.exec(counts)?.[1]);
}

async function open(name: string): Promise<void> {
  await documentRows(app.window).filter({ hasText: name }).click();
  const words = reader(app.window).locator('.textLayer span, [data-text-page]');
  await expect(words.first()).toBeVisible({ timeout: 20_000 });
}

async function drag(
  from: { x: number; y: number },
  to: { x: number; y: number },
  clickCount = 1,
): Promise<void> {
  await app.window.mouse.move(from.x, from.y);
  await app.window.mouse.down({ clickCount });
  await app.window.mouse.move(to.x, to.y, { steps: 3 });
  await app.window.mouse.up({ clickCount });
}

/** In the middle of a line's height, so far from its left edge, or right of it when `x` is more than 0. */
async function beside(words: string, x: number, nth = 0): Promise<{ x: number; y: number }> {
  const box = (await page(LEDGER.columns)
    .getByText(words, { exact: true })
    .nth(nth)
    .boundingBox())!;
  return { x: (x < 0 ? box.x : box.x + box.width) + x, y: box.y + box.height / 2 };
}

function press(key: string): Promise<void> {
  return app.window.keyboard.press(key);
}

async function type(text: string): Promise<void> {
  await app.window.keyboard.type(text);
  await press('Enter');
}

async function goTo(label: string): Promise<void> {
  await press('ControlOrMeta+g');
  await type(label);
  await expect(pageField()).toHaveValue(label);
}

/** Whether the page after the front ones lies in the middle of the view; a scroll bar is at the right. */
function isInTheMiddle(): Promise<boolean> {
  return page(3).evaluate((element) => {
    const view = element.closest('[data-reading-view]');
    if (view === null) return false;
    const { left, width } = element.getBoundingClientRect();
    const gap = left - view.getBoundingClientRect().left;
    return gap > 0 && Math.abs(2 * gap + width - view.clientWidth) < 4;
  });
}

function line(words: string): Locator {
  return reader(app.window).locator('.textLayer span').getByText(words, { exact: true });
}

function page(number: number): Locator {
  return reader(app.window).locator(`.page[data-page-number="${number}"]`);
}

function pageField(): Locator {
  return reader(app.window).getByLabel('Go to page');
}

function zoomField(): Locator {
  return reader(app.window).getByLabel('Zoom', { exact: true });
}

function button(name: string): Locator {
  return reader(app.window).getByRole('button', { name });
}

async function widthOf(number: number): Promise<number> {
  return (await page(number).boundingBox())?.width ?? 0;
}

async function heightOf(number: number): Promise<number> {
  return (await page(number).boundingBox())?.height ?? 0;
}

/** Whichever way the page lies: the box of the mark is the box of the words, but for what letters leave free above and below. */
async function expectMarkAtWords(words: string): Promise<void> {
  await expect
    .poll(
      () =>
        reader(app.window).evaluate((root, text) => {
          const spans = [...root.querySelectorAll('.textLayer span')];
          const own = spans.find((span) => span.textContent === text)?.getBoundingClientRect();
          const marks = [...root.querySelectorAll('.passage-mark')].map((mark) =>
            mark.getBoundingClientRect(),
          );
          const sides = ['left', 'top', 'right', 'bottom'] as const;
          const far = marks.map((mark) =>
            Math.max(...sides.map((side) => Math.abs(mark[side] - (own?.[side] ?? Infinity)))),
          );
          return Math.min(...far);
        }, words),
      { timeout: 10_000 },
    )
    .toBeLessThan(8);
}
