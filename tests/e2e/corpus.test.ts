import { expect, test } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyToScratch } from '../../scripts/runtime/scratch-folder.ts';
import { answerSaveDialog, makeWorkplace, startApp, step } from './helpers/app.ts';
import {
  applyInPalette,
  createLibrary,
  documentRows,
  expectHighlightOver,
  importFiles,
  reader,
  searchHits,
  selectLine,
  unlock,
} from './helpers/journey.ts';

/** Real documents; they are no part of the project and may be missing. Nothing of their text stands here. */
const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const REPORTS = ['ukraine2012.pdf', 'rules90.pdf', 'georgia2011.pdf'];
const DOMAIN = 5;

test('the whole way with real reports', async () => {
  test.skip(!existsSync(join(CORPUS, 'domain')), 'skipped: no corpus');
  test.setTimeout(240_000);
  const { home, files } = await makeWorkplace();
  const domain = await copyToScratch(join(CORPUS, 'domain'), files);
  const reports: string[] = [];
  for (const name of REPORTS) {
    reports.push(await copyToScratch(join(CORPUS, 'reports', name), files));
  }
  let app = await startApp(home);
  await createLibrary(app.window, 'Work');
  await step('import', () => importFiles(app, [domain, ...reports], DOMAIN + REPORTS.length));

  const marked: string[] = [];
  await step('search and open each report, highlight a line, tag it', async () => {
    await app.window.getByRole('button', { name: 'Search', exact: true }).click();
    await app.window.getByRole('combobox', { name: 'Search all documents' }).fill('human rights');
    await expect(searchHits(app.window).locator('mark').first()).toBeVisible();
    await searchHits(app.window).first().click();
    await expect(reader(app.window).locator('.hit-mark').first()).toBeVisible();

    await app.window.getByRole('button', { name: 'Library', exact: true }).click();
    for (const row of ['ukraine2012.pdf', 'rules90.pdf', '000_eb7f9b4d0155197c.txt']) {
      await documentRows(app.window).filter({ hasText: row }).click();
      const quote = await selectLine(app.window);
      await app.window.keyboard.press('t');
      await applyInPalette(app.window, /case “Follow up”|^Follow up/u, 'Follow up', 'Enter');
      await expectHighlightOver(app.window, quote);
      marked.push(quote);
    }
  });

  await step('find them at the same words after a restart', async () => {
    await app.close();
    app = await startApp(home);
    await unlock(app.window);
    await app.window.getByRole('button', { name: 'Cases', exact: true }).click();
    await app.window.getByText('Follow up').first().click();
    const quotes = app.window.getByRole('article', { name: 'Case' }).locator('blockquote strong');
    await expect(quotes).toHaveCount(marked.length);
    const found = await quotes.allTextContents();
    expect(found.map(withoutSpace).sort()).toEqual(marked.map(withoutSpace).sort());
    for (const [index, quote] of found.entries()) {
      await quotes.nth(index).click();
      await expectHighlightOver(app.window, quote);
    }
  });

  await step('export them', async () => {
    const file = join(files, 'excerpts.csv');
    await answerSaveDialog(app, file);
    await app.window.keyboard.press('ControlOrMeta+e');
    await app.window
      .getByRole('dialog')
      .getByRole('button', { name: /^Export/u })
      .click();
    await expect.poll(() => existsSync(file)).toBe(true);
    const written = withoutSpace(readFileSync(file, 'utf8').replaceAll('""', '"'));
    for (const quote of marked) expect(written).toContain(withoutSpace(quote));
  });
  await app.close();
});

/** Canonical text has neither control characters nor soft hyphens, and its own white space. */
function withoutSpace(text: string): string {
  return text.normalize('NFC').replaceAll(/[\s\p{Cc}\u00AD]/gu, '');
}
