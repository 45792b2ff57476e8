import { expect, test } from '@playwright/test';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyToScratch } from '../../scripts/runtime/scratch-folder.ts';
import { answerSaveDialog, makeWorkplace, PASSPHRASE, startApp, step } from './helpers/app.ts';
import {
  applyInPalette,
  createLibrary,
  documentRows,
  expectHighlightOver,
  importFiles,
  reader,
  selectWords,
  unlock,
} from './helpers/journey.ts';

const SAMPLES = fileURLToPath(new URL('../../resources/samples/', import.meta.url));
const PDF = '01-urgent-appeal.pdf';
const TEXT = '07-monitor-diary.txt';
const WORDS = 'Seven grey vans behind the customs house';

test('the whole way: create, import, search, read, highlight, tag, restart, export', async () => {
  test.setTimeout(150_000);
  const { home, files } = await makeWorkplace();
  const paths = [
    await copyToScratch(join(SAMPLES, PDF), files),
    await copyToScratch(join(SAMPLES, TEXT), files),
  ];
  let app = await startApp(home);

  await step('create a library and import a PDF and a text', async () => {
    await createLibrary(app.window, 'Work');
    await importFiles(app, paths, 2);
  });

  await step('search a word and open the reader at the hit', async () => {
    await app.window.getByRole('button', { name: 'Search', exact: true }).click();
    await app.window.getByRole('combobox', { name: 'Search all documents' }).fill('customs');
    const hit = app.window.getByRole('option').filter({ hasText: 'grey vans' });
    await expect(hit.locator('mark').first()).toHaveText('customs');
    await hit.click();
    await expect(reader(app.window).getByText('Seven grey vans').first()).toBeVisible();
  });

  await step('highlight the words and tie them to a new case and a new event', async () => {
    await selectWords(app.window, WORDS);
    await app.window.keyboard.press('t');
    await applyInPalette(app.window, /Create case/u, 'Mill Square', 'Shift+Enter');
    await applyInPalette(app.window, /Create event/u, 'Dispersal', 'Shift+Enter');
    await applyInPalette(app.window, /Create tag/u, 'vehicles', 'Enter');
    await expectHighlightOver(app.window, WORDS);
  });

  await step('restart: wrong passphrase, then the right one', async () => {
    await app.close();
    app = await startApp(home);
    await unlock(app.window, 'not the passphrase');
    await expect(app.window.getByRole('alert')).toContainText('Wrong passphrase');
    await unlock(app.window);
    await expect(documentRows(app.window)).toHaveCount(2);
  });

  await step('find the highlight at the same words, from the page of the case', async () => {
    await app.window.getByRole('button', { name: 'Cases', exact: true }).click();
    await app.window.getByText('Mill Square').first().click();
    await app.window.getByRole('article', { name: 'Case' }).getByText(WORDS).click();
    await expectHighlightOver(app.window, WORDS);
  });

  await step('the event has its page too', async () => {
    await app.window.getByRole('button', { name: 'Events', exact: true }).click();
    await app.window.getByText('Dispersal').first().click();
    await expect(app.window.getByRole('article', { name: 'Event' })).toContainText(WORDS);
  });

  await step('export the case and compare the file', async () => {
    await app.window.getByRole('button', { name: 'Cases', exact: true }).click();
    for (const [format, ending] of [
      ['CSV', 'csv'],
      ['Markdown', 'md'],
    ] as const) {
      const file = join(files, `excerpts.${ending}`);
      await answerSaveDialog(app, file);
      await app.window.keyboard.press('ControlOrMeta+e');
      const dialog = app.window.getByRole('dialog');
      await dialog.getByRole('radio', { name: new RegExp(format, 'u') }).check();
      await dialog.getByRole('button', { name: /^Export/u }).click();
      await expect.poll(() => existsSync(file)).toBe(true);
      const sha256 = createHash('sha256')
        .update(readFileSync(join(SAMPLES, TEXT)))
        .digest('hex');
      const written = readFileSync(file, 'utf8');
      expect(written).toBe(format === 'CSV' ? csvOf(sha256) : markdownOf(sha256));
      await app.window.keyboard.press('Escape');
    }
  });

  await app.close();
});

test('what was done can be undone and done again', async () => {
  const { home, files } = await makeWorkplace();
  const app = await startApp(home);
  await createLibrary(app.window, 'Work');
  await importFiles(app, [await copyToScratch(join(SAMPLES, TEXT), files)], 1);
  await documentRows(app.window).first().click();
  await selectWords(app.window, WORDS);
  await app.window.keyboard.press('h');
  const marks = reader(app.window).locator('.passage-mark');
  await expectHighlightOver(app.window, WORDS);
  await app.window.keyboard.press('ControlOrMeta+z');
  await expect(marks).toHaveCount(0);
  await app.window.keyboard.press('ControlOrMeta+Shift+z');
  await expectHighlightOver(app.window, WORDS);
  await app.close();
});

test('the lock key closes the library', async () => {
  const { home } = await makeWorkplace();
  const app = await startApp(home);
  await createLibrary(app.window, 'Work');
  await app.window.keyboard.press('ControlOrMeta+l');
  await expect(app.window.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
  await unlock(app.window, PASSPHRASE);
  await expect(app.window.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  await app.close();
});

function csvOf(sha256: string): string {
  return (
    '\uFEFFquote,note,tags,cases,events,title,page,sha256\r\n' +
    `${WORDS},,vehicles,Mill Square,Dispersal,07-monitor-diary,1,${sha256}\r\n`
  );
}

function markdownOf(sha256: string): string {
  return [
    '# 1 excerpt',
    '',
    `> ${WORDS}`,
    '',
    '— 07-monitor-diary, p. 1',
    '',
    '- Tags: vehicles',
    '- Cases: Mill Square',
    '- Events: Dispersal',
    `- SHA-256: \`${sha256}\``,
    '',
  ].join('\n');
}
