import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { PDFDocument, PDFName, PDFString, StandardFonts, type PDFRef } from 'pdf-lib';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import '../reader/cage/fake-cage.ts';
import { ANSWERS } from '../../../src/renderer/drawing/drawing-answers.ts';
import { describeDocument, describePage } from '../../../src/renderer/drawing/plain-document.ts';
import { plainLinks, plainOutline } from '../../../src/renderer/drawing/plain-links.ts';
import { plainStructure } from '../../../src/renderer/drawing/plain-structure.ts';
import { plainText } from '../../../src/renderer/drawing/plain-text.ts';
import { SAFE_PDF_OPTIONS } from '../../../src/shared/extraction/open-pdf.ts';
import { makeHostilePdf } from '../../fixtures/hostile/hostile-pdf.ts';

let pdfjs: typeof import('pdfjs-dist/legacy/build/pdf.mjs');
beforeAll(async () => {
  // Nothing is drawn here: empty stand-ins keep pdf.js from complaining.
  Object.assign(globalThis, { DOMMatrix: class DOMMatrix {}, Path2D: class Path2D {} });
  pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
});

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const task = pdfjs.getDocument({ ...SAFE_PDF_OPTIONS, data: new Uint8Array(bytes) });
  onTestFinished(() => task.destroy());
  return task.promise;
}

/** Three pages; the first has links to the second, the third and two addresses, and there is an outline. */
async function makeLinkedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const pages = ['one', 'two', 'three'].map((word) => {
    const page = pdf.addPage([400, 500]);
    page.drawText(`Page ${word} of the log`, { x: 40, y: 400, size: 12, font });
    return page;
  });
  const [first, second, third] = pages.map(({ ref }) => ref) as [PDFRef, PDFRef, PDFRef];
  const { context, catalog } = pdf;
  const link = (leads: object): PDFRef =>
    context.register(
      context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [40, 40, 140, 60], ...leads }),
    );
  pages[0]?.node.set(
    PDFName.of('Annots'),
    context.obj([
      link({ Dest: [second, 'XYZ', 10, 450, null] }),
      link({ Dest: 'the-end' }),
      link({ A: { S: 'URI', URI: PDFString.of('https://reports.invalid/a?b=1') } }),
      link({ A: { S: 'URI', URI: PDFString.of('mailto:desk@reports.invalid') } }),
      link({ Dest: [99, 'Fit'] }),
      link({ Dest: 'nowhere' }),
    ]),
  );
  catalog.set(PDFName.of('Dests'), context.obj({ 'the-end': [third, 'FitH', 300] }));
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: [0, { S: 'r' }] }));
  catalog.set(PDFName.of('Lang'), PDFString.of('uk-UA'));
  const below = context.register(
    context.obj({ Title: PDFString.of('Below'), Dest: [third, 'Fit'] }),
  );
  const top = context.register(
    context.obj({
      Title: PDFString.of('Top'),
      Dest: [first, 'Fit'],
      First: below,
      Last: below,
      Count: -1,
    }),
  );
  catalog.set(PDFName.of('Outlines'), context.obj({ First: top, Last: top }));
  return pdf.save({ useObjectStreams: false });
}

describe('what a cage says of a PDF', () => {
  it('has the labels and the language, the shape of a page and its text', async () => {
    const pdf = await open(await makeLinkedPdf());
    expect(await describeDocument(pdf)).toEqual({ labels: ['i', 'ii', 'iii'], language: 'uk-UA' });
    const page = await pdf.getPage(2);
    expect(describePage(page)).toEqual({ view: [0, 0, 400, 500], rotate: 0, userUnit: 1 });
    const text = await plainText(page);
    expect(ANSWERS.text.parse(text)).toEqual(text);
    expect(text.items).toMatchObject([{ str: 'Page two of the log', dir: 'ltr', style: 0 }]);
    expect(text.styles).toMatchObject([{ family: 'sans-serif' }]);
    expect(await plainStructure(page)).toEqual([]);
  });

  it('has the places that links and the outline lead to, and addresses as text', async () => {
    const pdf = await open(await makeLinkedPdf());
    const links = await plainLinks(pdf, await pdf.getPage(1));
    expect(ANSWERS.links.parse(links)).toEqual(links);
    expect(links.map(({ target }) => target)).toEqual([
      { kind: 'place', page: 2, left: 10, top: 450 },
      { kind: 'place', page: 3, left: null, top: 300 },
      { kind: 'address', text: 'https://reports.invalid/a?b=1' },
      { kind: 'address', text: 'mailto:desk@reports.invalid' },
    ]);
    const style = { bold: false, italic: false };
    const place = { kind: 'place', left: null, top: null };
    expect(await plainOutline(pdf)).toEqual([
      { depth: 0, title: 'Top', ...style, closed: true, target: { ...place, page: 1 } },
      { depth: 1, title: 'Below', ...style, closed: false, target: { ...place, page: 3 } },
    ]);
  });

  it('leads to no program, no other file, no form and no script', async () => {
    const { bytes } = await makeHostilePdf(
      (feature) => `${feature.replaceAll(/\W/gu, '-')}.invalid`,
    );
    const pdf = await open(bytes);
    const links = await plainLinks(pdf, await pdf.getPage(1));
    const leads = links.map(({ target }) =>
      target.kind === 'address' ? target.text : JSON.stringify(target),
    );
    expect(leads).toContain('http://link.invalid/x');
    expect(leads.filter((lead) => !lead.startsWith('http://'))).toEqual([]);
    expect(leads.join(' ')).not.toMatch(/javascript:|file:|\/bin\/|cmd\.exe|attached/u);
  });
});
