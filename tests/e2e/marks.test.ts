/** Highlights: made, changed, merged and tagged, by mouse and from the keyboard alone, and undone step by step. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { makePdfWithLinks } from '../fixtures/pdf-with-links.ts';
import { chooseMenu, makeWorkplace, startApp, type RunningApp } from './helpers/app.ts';
import { createLibrary, invoke } from './helpers/bridge.ts';
import {
  documentRows,
  expectHighlightOver,
  importFiles,
  reader,
  selectWords,
} from './helpers/journey.ts';

const FIRST = 'The ferry left the pier at dawn with nine people on board.';
const SECOND = 'Паром вярнуўся да прыстані толькі праз два дні.';
const HEBREW = 'המעבורת יצאה מן הרציף עם שחר.';
const LAST = 'Nobody asked the crew what they had seen that night.';
const FILLER = Array.from(
  { length: 120 },
  (_, line) => `Line ${line + 1} of the log tells of wind, of the tide and of little else.`,
);

let app: RunningApp;

test.beforeEach(async () => {
  const { home, files } = await makeWorkplace();
  app = await startApp(home);
  const text = join(files, 'log.txt');
  await writeFile(text, [FIRST, SECOND, HEBREW, ...FILLER, LAST].join('\n\n'));
  const pdf = join(files, 'boats.pdf');
  await writeFile(pdf, await makePdfWithLinks());
  for (const path of [text, pdf]) await handToApp(path);
  await createLibrary(app.window);
  await importFiles(app, [text, pdf], 2);
});
test.afterEach(() => app.close());

test.describe.configure({ timeout: 240_000 });

test('from the keyboard alone: select, tag with a pinned tag, change the bounds, merge, undo with words', async () => {
  const { window } = app;
  const { keyboard } = window;
  await openDocument(window, 'log.txt');

  await test.step('the caret begins in sight; words and lines are selected and told', async () => {
    await keyboard.press('s');
    await expect(window.getByText('Arrows move, with Ctrl by words')).toBeVisible();
    await keyboard.press('Control+Home');
    await keyboard.press('Control+ArrowRight');
    await keyboard.press('ArrowRight');
    for (let word = 0; word < 2; word += 1) await keyboard.press('Control+Shift+ArrowRight');
    await expect(said(window)).toContainText('left');
    await keyboard.press('h');
    await expectHighlightOver(window, 'ferry left');
    await expect(cards(window)).toHaveCount(1);
  });

  await test.step('a tag is made, pinned in the palette, and then put on with its key', async () => {
    await keyboard.press('t');
    await keyboard.type('boats');
    await keyboard.press('Shift+Enter');
    await keyboard.type('boats');
    await expect(window.getByRole('option', { name: /^boats/u })).toBeVisible();
    await keyboard.press('Alt+3');
    await expect(window.getByRole('option', { name: /^boats/u })).toContainText('3');
    await keyboard.press('Escape');
    await keyboard.press('ArrowDown');
    await keyboard.press('Home');
    await keyboard.press('Shift+End');
    // The digit is typed while the highlight is being saved: it means the new passage, not the one selected before.
    await keyboard.press('h');
    await keyboard.press('3');
    await expect(cards(window)).toHaveCount(2);
    await expect(cards(window).getByRole('button', { name: 'boats', exact: true })).toHaveCount(2);
  });

  await test.step('left-to-right keys in a right-to-left paragraph go with the letters', async () => {
    await keyboard.press('Control+Home');
    await keyboard.press('Control+ArrowDown');
    await keyboard.press('Control+ArrowDown');
    await keyboard.press('Shift+Control+ArrowLeft');
    await keyboard.press('Enter');
    const [word = ''] = HEBREW.split(' ');
    await expect(cards(window).locator('span[dir]').getByText(word, { exact: true })).toBeVisible();
    await keyboard.press('Escape');
    await expect(window.getByText('Arrows move, with Ctrl by words')).toBeHidden();
  });

  await test.step('bounds are changed by keys, in one step', async () => {
    await cards(window).first().getByRole('button').first().focus();
    await keyboard.press('Enter');
    await keyboard.press('b');
    await keyboard.press('Control+ArrowRight');
    await keyboard.press('Control+ArrowRight');
    await keyboard.press('Tab');
    await keyboard.press('Control+ArrowLeft');
    await keyboard.press('Enter');
    await expectHighlightOver(window, 'The ferry left the pier');
    await expect(cards(window).first()).toContainText('The ferry left the pier');
  });

  await test.step('several are selected in the panel, tagged together and merged', async () => {
    await cards(window).first().getByRole('button').first().focus();
    await keyboard.press('Shift+ArrowDown');
    await expect(window.getByText('2 passages selected')).toBeVisible();
    await keyboard.press('m');
    await expect(cards(window)).toHaveCount(2);
    await expect(window.getByText('2 passages are one now')).toBeVisible();
    await expect(cards(window).first().getByRole('button').first()).toBeFocused();
    await keyboard.press('Control+a');
    await keyboard.press('3');
    await expect(cards(window).getByRole('button', { name: 'boats' })).toHaveCount(2);
  });

  await test.step('undo says what it takes back, until there is nothing left', async () => {
    await expect(window.getByRole('button', { name: 'Undo tag “boats”' })).toBeVisible();
    expect(await menuLabel(app, 'edit.undo'), 'the menu, without the name').toBe('Undo tag');
    await keyboard.press('Control+z');
    await expect(window.getByText('Undone: tag “boats”')).toBeVisible();
    await keyboard.press('Control+z');
    await expect(window.getByText('Undone: merging of 2 passages')).toBeVisible();
    await expect(cards(window)).toHaveCount(3);
    await keyboard.press('Control+z');
    await expect(window.getByText(/^Undone: bounds of/u)).toBeVisible();
    for (let step = 0; step < 12; step += 1) await keyboard.press('Control+z');
    await expect(window.getByText('There is nothing to undo.')).toBeVisible();
    await expect(cards(window)).toHaveCount(0);
  });
});

test('by mouse: whole words, ends that are dragged, overlaps that are listed and cycled, the panel that follows', async () => {
  const { window } = app;
  await openDocument(window, 'log.txt');

  await test.step('a selection takes whole words, unless Ctrl is held', async () => {
    await selectWords(window, 'erry left the pie');
    await window.keyboard.press('h');
    await expectHighlightOver(window, 'ferry left the pier');
    await window.keyboard.down('Control');
    await selectWords(window, 'eft th');
    await window.keyboard.up('Control');
    await window.keyboard.press('h');
    await expectHighlightOver(window, 'eft th');
  });

  await test.step('the pointer lists what lies below it, and a key picks one after the other', async () => {
    await selectWords(window, 'left');
    await window.keyboard.press('h');
    await expect(cards(window)).toHaveCount(3);
    await expect(marks(window)).toHaveCount(3);
    const box = await marks(window).last().boundingBox();
    await window.mouse.move((box?.x ?? 0) + 9, (box?.y ?? 0) + 6);
    await expect(window.getByRole('tooltip').locator('p')).toContainText(['ferry left']);
    const picked = new Set<string>();
    for (let turn = 0; turn < 3; turn += 1) {
      await window.keyboard.press('o');
      picked.add((await selectedCard(window).getAttribute('data-passage')) ?? '');
    }
    expect(picked.size, 'each of them in turn').toBe(3);
    const lanes = await marks(window).evaluateAll((all) =>
      all.map((mark) => (mark as HTMLElement).dataset['lane'] ?? '0'),
    );
    expect(new Set(lanes).size, 'each with an underline of its own').toBe(3);
  });

  await test.step('an end is dragged to other words, and back in one step', async () => {
    await cards(window).first().getByRole('button').first().click();
    await dragEnd(window, 63, 0);
    await expectHighlightOver(window, 'ferry left the pier at dawn');
    await window.keyboard.press('Control+z');
    await expectHighlightOver(window, 'ferry left the pier');
    // Past the other end it becomes that end.
    await dragEnd(window, -400, 0);
    await expect(cards(window).first()).toContainText(/^The ?p/u);
    await window.keyboard.press('Control+z');
    await expectHighlightOver(window, 'ferry left the pier');
  });

  await test.step('highlights have the colours of their tags when asked for', async () => {
    const label = { kind: 'tag', id: null, name: 'boats' };
    const link = { kind: 'passage.link', passageIds: [1], label };
    const colour = { kind: 'tag.update', id: 1, fields: { colour: 'green' } };
    for (const command of [link, colour]) {
      expect(await invoke(window, 'command.run', { command })).toMatchObject({ ok: true });
    }
    const green = reader(window).locator('.passage-mark[data-colour="green"]');
    await expect(green).toHaveCount(0);
    const filters = window.getByRole('button', { name: 'Filter by label and colour' });
    await filters.click();
    const choice = window.getByRole('checkbox', { name: 'Colours of the tags' });
    await choice.click();
    await expect(green).toHaveCount(1);
    await choice.click();
    await expect(green).toHaveCount(0);
    await filters.click();
    await expect(choice).toBeHidden();
  });

  await test.step('scrolling the pages moves the current passage of the panel; filters narrow it', async () => {
    // It lies over the end of the text.
    const dismiss = window.getByRole('button', { name: 'Dismiss' });
    while ((await dismiss.count()) > 0) await dismiss.first().click();
    await window.evaluate(() => {
      const view = document.querySelector('[data-reading-view]');
      view?.scrollTo({ top: view.scrollHeight });
    });
    await selectWords(window, 'asked the crew');
    await window.keyboard.press('h');
    await expect(current(window)).toContainText('asked the crew');
    await window.evaluate(() =>
      document.querySelector('[data-reading-view]')?.scrollTo({ top: 0 }),
    );
    await expect(current(window)).toContainText('eft th');
    await window.getByRole('button', { name: 'Filter by label and colour' }).click();
    await window.getByRole('textbox', { name: 'Filter passages' }).fill('crew');
    await expect(window.getByText('1 of 4')).toBeVisible();
    await window.getByRole('button', { name: 'Show all' }).click();
    await expect(cards(window)).toHaveCount(4);
  });

  await test.step('several passages get a colour and are deleted together; undo crosses documents', async () => {
    await openDocument(window, 'boats.pdf');
    await window.keyboard.press('s');
    await window.keyboard.press('Control+Home');
    for (let line = 0; line < 3; line += 1) await window.keyboard.press('Shift+ArrowDown');
    await window.keyboard.press('h');
    await expect(cards(window)).toHaveCount(1);
    const words = (await cards(window).first().locator('span[dir]').first().textContent()) ?? '';
    await expectHighlightOver(window, words);
    await window.keyboard.press('Escape');
    // Beside the words there is blank paper: the end of the line is meant, not that of the page.
    await dragEnd(window, 60, 3);
    await expectHighlightOver(window, words);
    await openDocument(window, 'log.txt');
    await cards(window).nth(0).getByRole('button').first().click();
    await cards(window)
      .nth(2)
      .getByRole('button')
      .first()
      .click({ modifiers: ['Shift'] });
    await expect(window.getByText('3 passages selected')).toBeVisible();
    await window.keyboard.press('Delete');
    await expect(cards(window)).toHaveCount(1);
    await chooseMenu(app, 'edit.undo');
    await expect(cards(window)).toHaveCount(4);
    await chooseMenu(app, 'edit.undo');
    await expect(window.getByText(/^Undone: highlight/u)).toBeVisible();
    await openDocument(window, 'boats.pdf');
    await expect(window.getByText('No passages yet')).toBeVisible();
  });
});

test('a note is on the disk within a second, also while it is being typed', async () => {
  const { window } = app;
  await openDocument(window, 'log.txt');
  await selectWords(window, 'ferry left');
  await window.keyboard.press('n');
  // Typed while the highlight is being saved: letters of the note, not commands.
  await window.keyboard.type('both ends ');
  const field = window.getByRole('textbox', { name: 'Note', exact: true });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('both ends ');
  // Typed without a pause: whoever waits for one would never save.
  let saved = '';
  for (let letter = 0; letter < 60 && !saved.includes('xxx'); letter += 1) {
    await window.keyboard.type('x', { delay: 50 });
    saved = await storedNote(window);
  }
  expect(saved).toMatch(/^both ends xxx/u);
});

async function openDocument(window: Page, name: string): Promise<void> {
  await documentRows(window).filter({ hasText: name }).click();
  await expect(reader(window).locator('[data-text-page], .textLayer span').first()).toBeVisible();
}

/** Drags the end of the selected passage. */
async function dragEnd(window: Page, right: number, down: number): Promise<void> {
  const handle = window.getByRole('button', { name: /where the passage ends/u });
  await expect(handle).toBeVisible();
  const box = await handle.boundingBox();
  if (!box) throw new Error('no handle');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await window.mouse.move(x, y);
  await window.mouse.down();
  await window.mouse.move(x + right / 2, y + down / 2, { steps: 4 });
  await window.mouse.move(x + right, y + down, { steps: 4 });
  await window.mouse.up();
}

function cards(window: Page): Locator {
  return window.locator('article[data-passage]');
}

function selectedCard(window: Page): Locator {
  return cards(window).filter({ has: window.locator('[aria-pressed="true"]') });
}

function current(window: Page): Locator {
  return window.locator('article[aria-current="location"]');
}

/** One box each: they are within a line. */
function marks(window: Page): Locator {
  return reader(window).locator('.passage-mark');
}

function said(window: Page): Locator {
  return window.locator('[data-caret-said]');
}

function menuLabel(running: RunningApp, id: string): Promise<string | undefined> {
  return running.electron.evaluate(
    ({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.label,
    id,
  );
}

async function storedNote(window: Page): Promise<string> {
  const answer = await invoke(window, 'passage.list', { documentId: 1 });
  const { value } = answer as { value: readonly { note: string }[] };
  return value[0]?.note ?? '';
}
