/** `npm run bench -- reader`: many passages, many labels, and random selections over real documents. */
import { expect, test, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnchorRuns, MarksRuns } from '../../bench/reader/marks.ts';
import { copyToScratch, handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { makeAnchor } from '../../src/shared/anchoring/make-anchor.ts';
import type { Page as PageText } from '../../src/shared/domain/source-document.ts';
import { makePdf } from '../fixtures/import/make-pdf.ts';
import { InventedWords, SeededRandom } from '../helpers/invented-words.ts';
import { makeWorkplace, startApp, type RunningApp } from './helpers/app.ts';
import { createLibrary, importPaths, invoke } from './helpers/bridge.ts';
import { documentRows, unlock } from './helpers/journey.ts';
import {
  highlightAtRandom,
  mistakesOnPage,
  openListed,
  type RandomPassage,
} from './helpers/random-passages.ts';

const PAGES = 400;
const PASSAGES = 5_000;
const ROUNDS = 9;
const LABELS = { tag: 2_000, case: 1_000, event: 5_000 } as const;
/** Keys that a test presses do not count as a person who is there. */
const IDLE_MINUTES = 60;
const SELECTIONS = Number(process.env['KARTOTEKA_BENCH_SELECTIONS'] ?? 2_000);
const EACH_PAGE = 14;

/** Real documents by language; at most so many pages of each are used. */
const REPORTS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'ukraine2012.pdf',
    'georgia2011.pdf',
    'A_80_36.en.pdf',
    'S_2024_216.en.pdf',
    'mueller-report-vol-2.pdf',
    'federal-register-2020-17221.pdf',
    'jstor.pdf',
    'ca9_19.pdf',
  ],
  ru: [
    'rules90.pdf',
    'diploma.pdf',
    'GOST 7.1-2003.pdf',
    'martus_user_guide_ru.pdf',
    'OWASP Top 10-2017-ru.pdf',
    'law.pdf',
  ],
  uk: ['OWASP Top 10 - 2013 Ukrainian.pdf', 'audacity-manual.pdf', 'ubuntu-packaging-guide.uk.pdf'],
  be: ['DERIVED-pravapis2005.pdf', 'DERIVED-udhr_bel.pdf'],
  es: ['spn.pdf', 'bo_aymara_spanish.pdf'],
  de: ['udhr_ger.pdf'],
  zh: ['martus_user_guide_zh.pdf'],
};

function outputPath(): string {
  const output = process.env['KARTOTEKA_BENCH_OUTPUT'];
  if (!output) throw new Error('Start with: npm run bench -- reader');
  return output;
}

test('passages', async () => {
  test.setTimeout(1_500_000);
  const output = outputPath();
  const { home, files } = await makeWorkplace();
  const app = await startApp(home);
  const { window } = app;
  await createLibrary(window);
  await invoke(window, 'settings.set', { idleMinutes: IDLE_MINUTES });
  const words = new InventedWords(7, 2_000);
  const pages = Array.from({ length: PAGES }, () =>
    words
      .text('latin', 320)
      .replaceAll(/(.{1,80})\s/gu, '$1\n')
      .slice(0, 3_000),
  );
  for (const name of ['plain', 'marked']) {
    const path = join(files, `${name}.pdf`);
    await writeFile(path, await makePdf({ pages, title: name }));
    await handToApp(path);
    await importPaths(window, [path]);
  }
  const ids = await idsByName(window);
  await highlight(window, ids.get('marked.pdf') ?? 0);
  await createLabels(window);

  const openPlain: number[] = [];
  const openMarked: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    openPlain.push(await openTime(window, 'plain', false));
    openMarked.push(await openTime(window, 'marked', true));
  }
  const keystrokes = await keystrokeTimes(app);
  writeFileSync(output, JSON.stringify({ openPlain, openMarked, keystrokes } satisfies MarksRuns));
  await app.close();
});

test('anchors', async () => {
  test.setTimeout(7_200_000);
  const output = outputPath();
  const corpus = process.env['KARTOTEKA_BENCH_CORPUS'] ?? '';
  const { home, files } = await makeWorkplace();
  let app = await startApp(home);
  await createLibrary(app.window);
  await invoke(app.window, 'settings.set', { idleMinutes: IDLE_MINUTES });
  const names = Object.values(REPORTS).flat();
  for (const name of names) {
    await importPaths(app.window, [await copyToScratch(join(corpus, 'reports', name), files)]);
  }
  const ids = await idsByName(app.window);
  const counts = await pagesById(app.window);
  const random = new SeededRandom(271_828);
  const made: RandomPassage[][] = [];
  const each = Math.ceil(SELECTIONS / names.length / EACH_PAGE);
  for (const name of names) {
    const documentId = ids.get(name) ?? 0;
    const pages = counts.get(documentId) ?? 0;
    await openByName(app.window, name);
    for (let number = 0; number < each; number += 1) {
      const page = 1 + random.below(pages);
      made.push(
        await highlightAtRandom(app.window, { documentId, page, pages }, EACH_PAGE, random),
      );
    }
  }
  const total = () => made.flat().length;
  // Pages without text give none.
  for (let turn = 0; total() < SELECTIONS && turn < 200; turn += 1) {
    const name = names[turn % names.length] ?? '';
    const documentId = ids.get(name) ?? 0;
    const pages = counts.get(documentId) ?? 0;
    await openByName(app.window, name);
    const place = { documentId, page: 1 + random.below(pages), pages };
    made.push(await highlightAtRandom(app.window, place, EACH_PAGE, random));
  }
  await app.close();

  app = await startApp(home);
  await unlock(app.window);
  await expect(documentRows(app.window)).not.toHaveCount(0);
  const mistakes: Record<string, number> = {};
  let open = 0;
  for (const passages of made) {
    const documentId = passages[0]?.documentId;
    const name = [...ids].find(([, id]) => id === documentId)?.[0];
    if (documentId === undefined || name === undefined) continue;
    if (documentId !== open) await openByName(app.window, name);
    open = documentId;
    for (const mistake of await mistakesOnPage(app.window, passages)) {
      const kind = `${mistake} (${name}, page ${passages[0]?.page})`;
      mistakes[kind] = (mistakes[kind] ?? 0) + 1;
    }
  }
  const used = names.filter((name) => made.flat().some((one) => one.documentId === ids.get(name)));
  const languages = Object.values(REPORTS).filter((some) => some.some((one) => used.includes(one)));
  const runs: AnchorRuns = {
    documents: used.length,
    languages: languages.length,
    selections: total(),
    mistakes,
  };
  writeFileSync(output, JSON.stringify(runs));
  await app.close();
});

interface Listed {
  readonly id: number;
  readonly fileName: string;
  readonly title: string;
  readonly pages: number;
}

async function listed(window: Page): Promise<readonly Listed[]> {
  return ((await invoke(window, 'document.list', {})) as { value: readonly Listed[] }).value;
}

async function idsByName(window: Page): Promise<Map<string, number>> {
  return new Map((await listed(window)).map(({ id, fileName }) => [fileName, id]));
}

async function pagesById(window: Page): Promise<Map<number, number>> {
  return new Map((await listed(window)).map(({ id, pages }) => [id, pages]));
}

async function openByName(window: Page, name: string): Promise<void> {
  const document = (await listed(window)).find(({ fileName }) => fileName === name);
  if (document === undefined) throw new Error('No such document');
  await window
    .getByRole('textbox', { name: /^Filter/u })
    .first()
    .fill(name);
  await openListed(window, document);
}

/** 5,000 passages over all pages, overlapping ones among them. */
async function highlight(window: Page, documentId: number): Promise<void> {
  const random = new SeededRandom(5);
  for (let from = 1; from <= PAGES; from += 50) {
    const answer = await invoke(window, 'document.pages', { documentId, from, to: from + 49 });
    const { value: pages } = answer as { value: readonly PageText[] };
    const commands = Array.from({ length: PASSAGES / 8 }, () => {
      const page = random.pick(pages);
      const offset = random.below(page.text.length - 200);
      const at = (one: number) => ({ page: page.number, offset: one });
      return {
        kind: 'passage.create',
        documentId,
        anchor: makeAnchor([page], at(offset), at(offset + 20 + random.below(160)), []),
        colour: 'green',
        note: '',
        labels: [],
      };
    });
    await runAll(window, commands);
  }
}

async function createLabels(window: Page): Promise<void> {
  const words = new InventedWords(11, 3_000);
  const name = (number: number): string => `${words.text('latin', 3)} ${number}`;
  const many = <T>(count: number, make: (number: number) => T): T[] =>
    Array.from({ length: count }, (_, number) => make(number));
  await runAll(window, [
    ...many(LABELS.tag, (number) => ({
      kind: 'tag.create',
      fields: { name: name(number), parentId: null, colour: null },
    })),
    ...many(LABELS.case, (number) => ({
      kind: 'case.create',
      fields: { title: name(number), description: '' },
    })),
    ...many(LABELS.event, (number) => ({
      kind: 'event.create',
      fields: {
        title: name(number),
        date: '2031',
        place: '',
        act: '',
        certainty: 'unknown',
        description: '',
      },
    })),
  ]);
}

/** Runs commands one after the other, in the page. */
async function runAll(window: Page, commands: readonly object[]): Promise<void> {
  for (let at = 0; at < commands.length; at += 500) {
    const failed = await window.evaluate(
      async (some) => {
        const bridge = globalThis.window.kartoteka as unknown as {
          invoke(channel: string, request: unknown): Promise<{ ok: boolean }>;
        };
        let count = 0;
        for (const command of some) {
          const { ok } = await bridge.invoke('command.run', { command });
          if (!ok) count += 1;
        }
        return count;
      },
      commands.slice(at, at + 500),
    );
    expect(failed, 'commands that were refused').toBe(0);
  }
}

/** Milliseconds from the click on a row until the first page is painted with its words, and with its passages. */
function openTime(window: Page, title: string, marked: boolean): Promise<number> {
  return window.evaluate(
    async ([name, withMarks]) => {
      const rows = [...document.querySelectorAll<HTMLElement>('[role="row"]')];
      const cell = rows
        .find((row) => row.textContent.includes(`${name}.pdf`))
        ?.querySelector<HTMLElement>('[role="gridcell"]');
      if (!cell) throw new Error('No such row');
      const begun = performance.now();
      cell.click();
      const isShown = (): boolean => {
        const page = document.querySelector('.page[data-page-number="1"]');
        return (
          document.querySelector('[role="toolbar"] h2')?.textContent === name &&
          page !== null &&
          page.querySelector('canvas') !== null &&
          page.querySelector('.textLayer span') !== null &&
          page.querySelector('.page-marks') !== null &&
          (!withMarks || page.querySelector('.passage-mark') !== null)
        );
      };
      while (!isShown()) {
        if (performance.now() - begun > 60_000) throw new Error('It did not open');
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return performance.now() - begun;
    },
    [title, marked] as const,
  );
}

/** Milliseconds from a letter in the palette's field until its rows are laid out. */
async function keystrokeTimes({ window }: RunningApp): Promise<number[]> {
  await window.locator('article[data-passage]').first().getByRole('button').first().click();
  await window.keyboard.press('t');
  await expect(window.getByRole('dialog').getByRole('combobox')).toBeFocused();
  return window.evaluate(async () => {
    const field = document.querySelector<HTMLInputElement>('dialog [role="combobox"]');
    if (!field) throw new Error('No palette');
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    const times: number[] = [];
    for (const word of ['ba', 'kor 1', 'tin', 'salu 12', 'e', 'zzz', 'ra lo']) {
      for (let length = 0; length <= word.length; length += 1) {
        const begun = performance.now();
        value?.set?.call(field, word.slice(0, length));
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await Promise.resolve();
        document.querySelector('dialog [role="listbox"]')?.getBoundingClientRect();
        times.push(performance.now() - begun);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    }
    return times.slice(3);
  });
}
