/** A long import that is interrupted, and what a person says about documents afterwards. */
import iconv from 'iconv-lite';
import { expect, test, type Page } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handToApp } from '../../scripts/runtime/scratch-folder.ts';
import { lockLibrary } from './helpers/bridge.ts';
import { answerOpenDialog, chooseMenu, makeWorkplace, startApp } from './helpers/app.ts';
import { createLibrary, documentRows, importFiles, reader, unlock } from './helpers/journey.ts';
import { makeDocx, makeOdt, wordParagraph } from '../fixtures/import/make-office.ts';
import { makeProtectedPdf } from '../fixtures/import/make-protected-pdf.ts';

const FILES = 400;

test('an import is paused, goes on, outlives a kill and imports everything once', async () => {
  test.setTimeout(240_000);
  const { home, files } = await makeWorkplace();
  const folder = join(files, 'reports');
  mkdirSync(folder);
  for (let index = 0; index < FILES; index += 1) {
    const name = `${String(index).padStart(3, '0')}.txt`;
    writeFileSync(join(folder, name), `Statement ${index} about the ferry. `.repeat(100));
  }
  await handToApp(folder);
  const app = await startApp(home);
  await createLibrary(app.window, 'Work');
  await answerOpenDialog(app, [folder]);
  await chooseMenu(app, 'library.import-folder');

  const status = app.window.getByRole('contentinfo', { name: 'Status' });
  await status.getByRole('button', { name: 'Pause' }).click();
  await expect(status.getByText(/^Import paused at \d+ of 400/u)).toBeVisible();
  await status.getByRole('button', { name: 'Continue' }).click();
  await expect(status.getByText(/^Importing \d+ of 400/u)).toBeVisible();

  await app.electron.evaluate(({ app: main }) => {
    const library = main.getAppMetrics().find(({ name }) => name === 'Kartoteka library');
    if (library) process.kill(library.pid, 'SIGKILL');
  });
  await expect(app.window.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
  await unlock(app.window);
  await expect(app.window.getByText(/goes on where it stopped: \d+ files left/u)).toBeVisible();
  await expect(status.getByText('Import finished: 400 files')).toBeVisible({ timeout: 120_000 });
  await status.getByRole('button', { name: 'Show report' }).click();
  const report = app.window.getByRole('dialog', { name: 'Import report' });
  await expect(report.getByRole('button', { name: 'All (400)' })).toBeVisible();
  await report.getByRole('textbox').fill('already');
  await expect(report.getByText('No file matches.')).toBeVisible();
  await app.close();
});

test('details are changed beside the pages, shown as columns, and a document is deleted and brought back', async () => {
  const { home, files } = await makeWorkplace();
  const folder = join(files, 'reports');
  mkdirSync(folder);
  const words = 'Паром у бухту Орвель спынілі на досвітку, і ніхто на прыстані не даведаўся чаму.';
  writeFileSync(join(folder, 'first.txt'), words);
  writeFileSync(join(folder, 'first copy.txt'), words);
  writeFileSync(
    join(folder, 'second.txt'),
    'The ferry to Orvel Bay was stopped at dawn; nobody said why.',
  );
  await handToApp(folder);
  const app = await startApp(home, { width: 1500, height: 900 });
  const { window } = app;
  await createLibrary(window, 'Work');
  await answerOpenDialog(app, [folder]);
  await chooseMenu(app, 'library.import-folder');
  await expect(documentRows(window)).toHaveCount(2);

  await window.getByLabel('Language', { exact: true }).selectOption('Belarusian');
  await expect(documentRows(window)).toHaveCount(1);
  await window.getByLabel('Language', { exact: true }).selectOption('All languages');
  await window.getByRole('textbox', { name: /^Filter by title/u }).fill('copy');
  await documentRows(window).first().click();
  await reader(window).getByRole('tab', { name: 'Details' }).click();
  await expect(reader(window).getByText('first copy.txt')).toBeVisible();
  await window.getByRole('textbox', { name: /^Filter by title/u }).fill('');
  await type(window, 'Publisher', 'Ferry Watch');
  await type(window, 'Date', '2031-08~');
  await expect(reader(window).getByText('about August 2031')).toBeVisible();
  await reader(window).getByRole('button', { name: 'Close the document' }).click();

  await window.getByRole('button', { name: 'Choose columns' }).click();
  await window.getByRole('checkbox', { name: 'Publisher' }).check();
  await window.keyboard.press('Escape');
  await expect(documentRows(window).filter({ hasText: 'Ferry Watch' })).toContainText(
    'about August 2031',
  );
  await window.getByRole('button', { name: 'Publisher' }).click();
  await expect(window.getByRole('columnheader', { name: 'Publisher' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await window.getByLabel('Filter what').selectOption('Publisher');
  await window.getByRole('textbox', { name: /^Filter by title/u }).fill('ferry');
  await expect(documentRows(window)).toHaveCount(1);
  await window.getByLabel('Filter what').selectOption('All details');
  await expect(documentRows(window)).toHaveCount(1);
  await window.getByRole('textbox', { name: /^Filter by title/u }).fill('');

  await documentRows(window).filter({ hasText: 'second.txt' }).hover();
  await window.getByRole('button', { name: 'Delete this document…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Delete “second”?' });
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(documentRows(window)).toHaveCount(1);
  await window.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(documentRows(window)).toHaveCount(2);
  await app.close();
});

test('the password of a PDF is given in the report or on its page, and its pages are drawn with it', async () => {
  const { home, files } = await makeWorkplace();
  const path = join(files, 'protected.pdf');
  writeFileSync(
    path,
    makeProtectedPdf('orvel-1987', 'The ferry to Orvel Bay was stopped at dawn.'),
  );
  const other = join(files, 'second.pdf');
  writeFileSync(other, makeProtectedPdf('quay-1990', 'The harbour was closed at noon.'));
  await handToApp(path);
  await handToApp(other);
  const app = await startApp(home);
  const { window } = app;
  await createLibrary(window, 'Work');
  await importFiles(app, [path, other], 2);
  await documentRows(window).filter({ hasText: 'second.pdf' }).click();
  const onPage = reader(window).getByLabel('Password of this PDF');
  await onPage.fill('quay-1991');
  await onPage.press('Enter');
  await expect(reader(window).getByRole('alert')).toContainText('not the password');
  await onPage.fill('quay-1990');
  await reader(window).getByRole('button', { name: 'Read it' }).click();
  await expect(reader(window).getByText('The harbour was closed at noon.')).toBeVisible();

  const status = window.getByRole('contentinfo', { name: 'Status' });
  await status.getByRole('button', { name: 'Show report' }).click();
  const report = window.getByRole('dialog', { name: 'Import report' });
  const field = report.getByLabel('Password of this PDF');
  await field.fill('orvel-1978');
  await field.press('Enter');
  await expect(report.getByRole('alert')).toContainText('not the password');
  await field.fill('orvel-1987');
  await report.getByRole('button', { name: 'Read it' }).click();
  await expect(field).toHaveCount(0);
  await report.getByRole('button', { name: 'protected.pdf' }).click();
  await expect(reader(window).getByText('The ferry to Orvel Bay was stopped')).toBeVisible();

  await lockLibrary(window);
  await unlock(window);
  await documentRows(window).first().click();
  await expect(reader(window).getByText('The ferry to Orvel Bay was stopped')).toBeVisible();
  await app.close();
});

test('another encoding is chosen beside the text, which follows, and back', async () => {
  const { home, files } = await makeWorkplace();
  const path = join(files, 'statement.txt');
  const words =
    'Паром был остановлен на рассвете. Никто из тех, кто ждал на пристани, не понял, почему.';
  writeFileSync(path, iconv.encode(words, 'windows-1251'));
  await handToApp(path);
  const app = await startApp(home);
  const { window } = app;
  await createLibrary(window, 'Work');
  await importFiles(app, [path], 1);
  await documentRows(window).first().click();
  await expect(reader(window).getByText(words)).toBeVisible();
  await reader(window).getByRole('tab', { name: 'Details' }).click();
  const choice = reader(window).getByLabel('Encoding', { exact: true });
  await expect(choice).toHaveValue('windows-1251');
  await choice.selectOption('koi8-r');
  await expect(reader(window).getByText(words)).toHaveCount(0);
  await expect(choice).toHaveValue('koi8-r');
  await choice.selectOption('windows-1251');
  await expect(reader(window).getByText(words)).toBeVisible();
  await app.close();
});

test('office files, e-mails and web pages are read in the cage and shown as text', async () => {
  const { home, files } = await makeWorkplace();
  const given = ['a.docx', 'b.odt', 'c.html', 'd.eml'].map((name) => join(files, name));
  const [docx = '', odt = '', html = '', eml = ''] = given;
  writeFileSync(docx, await makeDocx(wordParagraph('The ferry was stopped at dawn.')));
  writeFileSync(odt, await makeOdt('<text:p>The harbour was closed.</text:p>'));
  writeFileSync(html, '<!doctype html><p>The bay was <b>empty</b>.<script>document.title</script>');
  const mail = 'MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n';
  const body = Buffer.from('<p>The <b>letter</b> was late.</p>').toString('base64');
  writeFileSync(eml, `From: a@example.org\n${mail}${body}\n`);
  for (const path of given) await handToApp(path);
  const app = await startApp(home);
  const { window } = app;
  await createLibrary(window, 'Work');
  await importFiles(app, given, 4);
  const words = [
    'The ferry was stopped at dawn.',
    'The harbour was closed.',
    'The bay was empty.',
    'The letter was late.',
  ];
  for (const [index, text] of words.entries()) {
    await documentRows(window).nth(index).click();
    await expect(reader(window).getByText(text)).toBeVisible();
    await reader(window).getByRole('button', { name: 'Close the document' }).click();
  }
  await app.close();
});

async function type(window: Page, label: string, text: string): Promise<void> {
  const field = reader(window).getByLabel(label, { exact: true });
  await field.fill(text);
  await field.press('Enter');
}
