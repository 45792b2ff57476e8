/** `npm run demo`: the main job on the sample reports, with a picture of every step. */
import { expect, test } from '@playwright/test';
import { join } from 'node:path';
import { makeScratchFolder } from '../../scripts/runtime/scratch-folder.ts';
import { answerSaveDialog, startApp, step } from './helpers/app.ts';
import { applyInPalette, documentRows, reader, selectWords } from './helpers/journey.ts';

const SAMPLE_DOCUMENTS = 11;

test('the main job on the sample reports', async () => {
  const output = process.env['KARTOTEKA_DEMO_OUTPUT'];
  if (!output) throw new Error('Start with: npm run demo');
  const app = await startApp(await makeScratchFolder());
  const { window } = app;
  let number = 0;
  const picture = async (name: string): Promise<void> => {
    number += 1;
    const path = join(output, `${String(number).padStart(2, '0')}-${name}.png`);
    await window.screenshot({ path, animations: 'disabled' });
  };

  await step('first start', async () => {
    await expect(window.getByRole('button', { name: /Create a library/u })).toBeVisible();
    await picture('first-start');
  });

  await step('try it with sample reports', async () => {
    await window.getByRole('button', { name: /Try it with sample reports/u }).click();
    await expect(window.getByTestId('sample-passphrase')).not.toBeEmpty();
    await picture('sample-passphrase');
    await window.getByRole('button', { name: 'I have written it down' }).click();
    await expect(documentRows(window)).toHaveCount(SAMPLE_DOCUMENTS, { timeout: 60_000 });
    await picture('library');
  });

  await step('search, and open the reader at a hit', async () => {
    await window.getByRole('button', { name: 'Search', exact: true }).click();
    await window.getByRole('combobox', { name: 'Search all documents' }).fill('lanterns +square');
    await window.getByRole('option').filter({ hasText: 'square' }).first().click();
    await expect(reader(window).getByRole('toolbar', { name: 'Reader tools' })).toBeVisible();
    await expect(reader(window).locator('.hit-mark').first()).toBeVisible();
    await picture('search');
    await window.getByRole('combobox', { name: 'Search all documents' }).fill('площади');
    await expect(window.getByRole('option').locator('mark').first()).toHaveText(/площад/iu);
    await picture('search-cyrillic');
  });

  await step('read, highlight and tag', async () => {
    await window.getByRole('button', { name: 'Library', exact: true }).click();
    await documentRows(window).filter({ hasText: 'diary' }).click();
    const words = 'Seven grey vans behind the customs house.';
    await selectWords(window, words);
    await picture('selection');
    await window.keyboard.press('t');
    await applyInPalette(window, /Create case/u, 'Mill Square', 'Shift+Enter');
    await applyInPalette(window, /Create event/u, 'Clearing of Mill Square', 'Shift+Enter');
    await window.getByRole('combobox', { name: /Type a tag/u }).fill('vehicles');
    await picture('palette');
    await applyInPalette(window, /Create tag/u, 'vehicles', 'Enter');
    await picture('highlight');
  });

  await step('read a PDF, highlight in colours, write a note', async () => {
    await documentRows(window).filter({ hasText: 'urgent-appeal' }).click();
    await selectWords(window, 'Three fingers of his right hand, broken on the night of his arrest');
    await window.getByRole('button', { name: 'Highlight in rose' }).click();
    await selectWords(window, 'give the order through a loudhailer');
    await window.getByRole('button', { name: 'Highlight in blue' }).click();
    await selectWords(window, 'At least 87 people were detained.');
    await window.keyboard.press('t');
    await applyInPalette(window, /^Mill Square/u, 'mill', 'Shift+Enter');
    await applyInPalette(window, /Create tag/u, 'number detained', 'Enter');
    await window
      .getByRole('textbox', { name: 'Note' })
      .fill('The ministry says 41. Ask for the list of names.');
    await expect(window.getByText('Saving…')).toHaveCount(0);
    await picture('reader');
  });

  await step('the page of the case', async () => {
    await window.getByRole('button', { name: 'Cases', exact: true }).click();
    await window.getByText('Mill Square').first().click();
    await expect(window.getByRole('article', { name: 'Case' })).toContainText('Seven grey vans');
    await picture('case');
  });

  await step('export', async () => {
    const file = join(await makeScratchFolder(), 'excerpts.csv');
    await answerSaveDialog(app, file);
    await window.keyboard.press('ControlOrMeta+e');
    await expect(window.getByRole('dialog')).toBeVisible();
    await picture('export');
  });

  await app.close();
});
