import { describe, expect, it } from 'vitest';
import iconv from 'iconv-lite';
import JSZip from 'jszip';
import { openSession } from '../../fixtures/import/import-session.ts';
import { makeDocx, makeOdt, wordParagraph } from '../../fixtures/import/make-office.ts';

describe('formats beside PDF and plain text', () => {
  it('reads DOCX: paragraphs, tables, inserted but not deleted words, title and author', async () => {
    const session = await openSession();
    const docx = await makeDocx(
      [
        wordParagraph('Паром у бухту Орвель спынілі на досвітку.'),
        `<w:p><w:ins w:author="x"><w:r><w:t>Nobody said why.</w:t></w:r></w:ins>
          <w:del w:author="x"><w:r><w:delText>Everybody knew.</w:delText></w:r></w:del></w:p>`,
        `<w:tbl><w:tr><w:tc>${wordParagraph('Name')}</w:tc><w:tc>${wordParagraph('Age')}</w:tc></w:tr></w:tbl>`,
      ].join(''),
      { title: 'Diary of the harbour &amp; its master', author: 'Ilona Verbitt' },
    );
    const lines = await session.import(session.file('diary.bin', docx));
    expect(session.summary(lines)).toEqual([['diary.bin', 'imported']]);
    expect(session.documents()).toMatchObject([
      {
        title: 'Diary of the harbour & its master',
        authors: 'Ilona Verbitt',
        date: '2031-08-02?',
        format: 'docx',
        kind: 'text',
        encoding: null,
      },
    ]);
    expect(session.textOf(1)).toBe(
      'Паром у бухту Орвель спынілі на досвітку.\n\nNobody said why.\n\nName\n\nAge',
    );
    expect(session.search.search('орвель', { limit: 5 }).total).toBe(1);
  });

  it('reads ODT: paragraphs, spaces, tabs, notes; not deleted words and remarks', async () => {
    const session = await openSession();
    const odt = await makeOdt(
      `<text:tracked-changes><text:p>Everybody knew.</text:p></text:tracked-changes>
       <text:h>The harbour</text:h>
       <text:p>The ferry<text:s text:c="2"/>was&#x20;late<text:tab/>again<text:line-break/>today<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A witness.</text:p></text:note-body></text:note>.</text:p>
       <text:p><office:annotation><text:p>ask her</text:p></office:annotation>Fish &amp; chips</text:p>`,
      { title: 'The harbour diary', author: 'Ilona Verbitt' },
    );
    const lines = await session.import(session.file('diary.odt', odt));
    expect(session.summary(lines)).toEqual([['diary.odt', 'imported']]);
    expect(session.documents()).toMatchObject([
      { title: 'The harbour diary', authors: 'Ilona Verbitt', format: 'odt', kind: 'text' },
    ]);
    expect(session.textOf(1)).toBe(
      'The harbour\n\nThe ferry  was late\tagain\ntoday [A witness.] .\n\nFish & chips',
    );
  });

  it('reads an e-mail: who, when, the words in their encoding, the names of what was attached', async () => {
    const session = await openSession();
    const words =
      'Паром был остановлен на рассвете, и никто на пристани не понял, почему. Люди ждали до вечера, ' +
      'а потом разошлись по домам, потому что начальник порта сказал, что сегодня ничего больше не будет.';
    const mail = [
      'Received: from mail.example.org by mx.example.org; Tue, 5 Aug 2031 09:14:00 +0300',
      'From: =?utf-8?B?0JjQu9C+0L3QsCDQktC10YDQsdC40YI=?= <ilona@example.org>',
      'To: Harbour desk <desk@example.org>',
      'Date: Tue, 5 Aug 2031 12:14:00 +0300',
      'Subject: =?utf-8?B?0J/QsNGA0L7QvCDQuCDQv9GA0LjRgdGC0LDQvdGM?=',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="part"',
      '',
      '--part',
      'Content-Type: text/plain; charset=windows-1251',
      'Content-Transfer-Encoding: base64',
      '',
      iconv.encode(words, 'windows-1251').toString('base64'),
      '--part',
      'Content-Type: application/pdf; name="list of names.pdf"',
      'Content-Disposition: attachment; filename="list of names.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('%PDF-1.7 hidden words').toString('base64'),
      '--part--',
      '',
    ].join('\r\n');
    const lines = await session.import(session.file('letter.bin', mail));
    expect(session.summary(lines)).toEqual([['letter.bin', 'imported']]);
    expect(session.documents()).toMatchObject([
      {
        title: 'Паром и пристань',
        authors: 'Илона Вербит',
        date: '2031-08-05',
        language: 'ru',
        format: 'eml',
        kind: 'text',
        encoding: null,
      },
    ]);
    expect(session.textOf(1)).toBe(
      [
        'From: Илона Вербит <ilona@example.org>',
        'To: Harbour desk <desk@example.org>',
        'Date: Tue, 5 Aug 2031 12:14:00 +0300',
        'Subject: Паром и пристань',
        '',
        words,
        '',
        'Attachment: list of names.pdf',
      ].join('\n'),
    );
    expect(session.search.search('пристани', { limit: 5 }).total).toBe(1);
  });

  it('reads the words of an e-mail that is a web page only; what is typed like a letter is a text', async () => {
    const session = await openSession();
    const head = 'From: a@example.org\nSubject: Ferry\n';
    const page = `${head}MIME-Version: 1.0\nContent-Type: text/html; charset=koi8-r\n\n`;
    const html =
      '<p>Паром <b>стоит</b>.</p><script>steal()</script><img src="https://tracker.invalid/p">';
    const lines = await session.import(
      session.file('a.eml', Buffer.concat([Buffer.from(page), iconv.encode(html, 'koi8-r')])),
      session.file(
        'b.eml',
        iconv.encode(`${head}\nПаром был остановлен на рассвете.`, 'windows-1251'),
      ),
    );
    expect(session.summary(lines)).toEqual([
      ['a.eml', 'imported'],
      ['b.eml', 'imported'],
    ]);
    expect(session.textOf(1)).toBe('From: a@example.org\nSubject: Ferry\n\nПаром стоит.');
    expect(session.textOf(2)).toBe(`${head}\nПаром был остановлен на рассвете.`);
    expect(session.documents()).toMatchObject([
      { format: 'eml', title: 'Ferry' },
      { format: 'text', encoding: 'windows-1251' },
    ]);
  });

  it('reads a web page by its content: words only, nothing that runs', async () => {
    const session = await openSession();
    const page = `<!doctype html><html><head><title>News of the bay</title>
      <script src="https://tracker.invalid/x.js">steal()</script></head>
      <body onload="steal()"><h1>The ferry</h1><p>It was stopped at dawn.</p>
      <img src="https://tracker.invalid/pixel"><iframe src="https://tracker.invalid/">frame</iframe></body></html>`;
    await session.import(session.file('page.txt', page));
    expect(session.documents()).toMatchObject([
      { title: 'News of the bay', format: 'html', kind: 'text', encoding: 'utf-8' },
    ]);
    expect(session.textOf(1)).toBe('The ferry\n\nIt was stopped at dawn.');
    const bytes = session.library.originals.read(session.documents()[0]?.sha256 ?? '', 0, 1e6);
    expect(Buffer.from(bytes).toString()).toBe(page);
  });

  it('reads a part of a web page that was saved alone; Markdown that begins like it stays', async () => {
    const session = await openSession();
    const part = '<p align="center">The <b>ferry</b> &amp; the bay.</p>\n';
    await session.import(session.file('a.html', part), session.file('b.md', `${part}# Bay`));
    expect(session.documents()).toMatchObject([{ format: 'html' }, { format: 'markdown' }]);
    expect(session.textOf(1)).toBe('The ferry & the bay.');
    expect(session.textOf(2)).toBe(`${part}# Bay`);
  });

  it('keeps Markdown as it was written, under its heading', async () => {
    const session = await openSession();
    await session.import(session.file('notes.md', '# The *ferry* #\n\n- late\n- stopped\n'));
    expect(session.documents()).toMatchObject([{ title: 'The *ferry*', format: 'markdown' }]);
    expect(session.textOf(1)).toBe('# The *ferry* #\n\n- late\n- stopped');
  });

  it('refuses other archives and reports damaged and empty documents', async () => {
    const session = await openSession();
    const sheet = new JSZip();
    sheet.file('[Content_Types].xml', '<Types/>');
    sheet.file('xl/workbook.xml', '<workbook/>');
    const docx = Buffer.from(await makeDocx(wordParagraph('The ferry was late. '.repeat(200))));
    const lines = await session.import(
      session.file('a.docx', await sheet.generateAsync({ type: 'uint8array' })),
      session.file('b.docx', docx.subarray(0, docx.length - 40)),
      session.file('c.docx', await makeDocx(wordParagraph(' '))),
      session.file('d.odt', await makeOdt('<text:p/>')),
      session.file('e.zip', Buffer.from('PK\x03\x04 something.jpg', 'latin1')),
    );
    expect(session.summary(lines)).toEqual([
      ['a.docx', 'unreadable: unknown-format'],
      ['b.docx', 'unreadable: damaged-document'],
      ['c.docx', 'unreadable: empty-file'],
      ['d.odt', 'unreadable: empty-file'],
      ['e.zip', 'unreadable: unknown-format'],
    ]);
    expect(session.documents()).toMatchObject([{ fileName: 'b.docx', format: 'docx', pages: 0 }]);
  });
});
