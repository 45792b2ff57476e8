import { createHash } from 'node:crypto';
import { PDFDocument, PDFHexString } from 'pdf-lib';
import { blockRows, type ContentsEntry, type Setting } from './block-rows.ts';
import { createCanvas, type Canvas } from './canvas.ts';
import { FACE_NAMES, Faces, type FaceName, type FontFiles } from './faces.ts';
import type { Run } from './inline-runs.ts';
import { LOOKS, PAGE, type Look } from './looks.ts';
import { addOutline, addPageLabels, pageLabel } from './navigation.ts';
import { paginate } from './paginate.ts';
import { parseBody } from './parse-blocks.ts';
import { field, type SampleSource } from './sample-source.ts';
import { bodyStyle, textRows, type Row, type TextStyle } from './typesetter.ts';

export interface MadePdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

interface Pass extends MadePdf {
  readonly contents: readonly ContentsEntry[];
  readonly used: ReadonlySet<FaceName>;
}

const NOTE_GAP = 14;

const spaced = (runs: readonly Run[]): Run[] => [{ text: ' ', style: 'plain' }, ...runs];

function furniture(faces: Faces, look: Look, width: number, text: string, right: boolean): Row[] {
  const style: TextStyle = {
    ...bodyStyle(look, width),
    family: 'sans',
    size: 7.2,
    leading: 10,
    align: right ? 'right' : 'left',
    hyphenate: false,
    gray: 0.42,
  };
  return textRows(faces, [[{ text, style: 'plain' }]], style);
}

function drawStack(canvas: Canvas, rows: readonly Row[], x: number, top: number): void {
  let y = top;
  for (const row of rows) {
    y -= row.before;
    row.draw(canvas, x, y);
    y -= row.height;
  }
}

function setMetadata(pdf: PDFDocument, source: SampleSource): void {
  const date = new Date(field(source, 'date'));
  pdf.setTitle(field(source, 'title'), { showInWindowTitleBar: true });
  pdf.setAuthor(field(source, 'author'));
  pdf.setSubject(field(source, 'notice'));
  pdf.setLanguage(field(source, 'language'));
  pdf.setCreator('Kartoteka sample reports');
  pdf.setProducer('Kartoteka sample reports');
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  // A fixed file identifier, so that the same source gives the same bytes.
  const digest = createHash('sha256').update(source.file).update(source.body).digest('hex');
  const id = PDFHexString.of(digest.slice(0, 32));
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id]);
}

async function typesetOnce(
  source: SampleSource,
  fonts: FontFiles,
  names: Iterable<FaceName>,
  contents: readonly ContentsEntry[],
): Promise<Pass> {
  const look = LOOKS[field(source, 'look')];
  if (look === undefined) throw new Error(`${source.file}: unknown look`);
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const faces = await Faces.embed(pdf, fonts, names);
  const { blocks, notes } = parseBody(source.body);
  const width = PAGE.width - look.margin.left - look.margin.right;
  const height = PAGE.height - look.margin.top - look.margin.bottom;
  const setting: Setting = { faces, look, width, contents };
  const noteStyle: TextStyle = {
    ...bodyStyle(look, width),
    size: look.size * 0.8,
    leading: look.leading * 0.8,
    align: 'left',
    before: 1.5,
  };
  const noteRows = (note: string): Row[] => {
    const runs = notes.get(note);
    if (runs === undefined) throw new Error(`${source.file}: no footnote ${note}`);
    return textRows(faces, [[{ text: `${note}.`, style: 'plain' }, ...spaced(runs)]], noteStyle);
  };
  const plans = paginate(blockRows(setting, blocks), height, noteRows, NOTE_GAP);
  const frontPages = Number(source.fields.get('frontPages') ?? '0');
  const found: (ContentsEntry & { page: number })[] = [];
  for (const [index, plan] of plans.entries()) {
    const page = pdf.addPage([PAGE.width, PAGE.height]);
    const canvas = createCanvas(pdf, page, faces);
    const { left } = look.margin;
    const top = PAGE.height - look.margin.top;
    const label = pageLabel(index, frontPages);
    const head = source.fields.get('runningHead');
    if (head !== undefined && index >= frontPages) {
      drawStack(canvas, furniture(faces, look, width, head, false), left, top + 34);
      canvas.rule(left, top + 18, width, 0.4, 0.5);
    }
    for (const { row, offset } of plan.rows) {
      row.draw(canvas, left, top - offset);
      if (row.heading !== undefined) found.push({ ...row.heading, label, page: index });
    }
    if (plan.notes.length > 0) {
      const noteTop =
        look.margin.bottom + plan.notes.reduce((sum, row) => sum + row.height + row.before, 0);
      canvas.rule(left, noteTop + 4, 96, 0.5);
      drawStack(canvas, plan.notes, left, noteTop);
    }
    const foot = look.margin.bottom - 24;
    drawStack(canvas, furniture(faces, look, width, field(source, 'notice'), false), left, foot);
    drawStack(canvas, furniture(faces, look, width, label, true), left, foot);
  }
  setMetadata(pdf, source);
  if (frontPages > 0) addPageLabels(pdf, frontPages);
  if (source.fields.get('outline') === 'yes') addOutline(pdf, found);
  const bytes = await pdf.save();
  const listed = found.filter(({ level, page }) => level === 2 || page >= frontPages);
  return { bytes, pages: plans.length, contents: listed, used: faces.used };
}

/** Contents lines for the first pass: at least as many as the second prints, on a page of their own. */
function placeholders(source: SampleSource): ContentsEntry[] {
  const { blocks } = parseBody(source.body);
  return blocks.flatMap((block) =>
    block.kind === 'heading' ? [{ level: block.level, title: '–', label: '0' }] : [],
  );
}

/**
 * Sets one report. The first pass finds out which faces are needed and where the headings fall, the
 * second embeds only those faces and prints the page numbers in the contents.
 */
export async function makePdf(source: SampleSource, fonts: FontFiles): Promise<MadePdf> {
  const first = await typesetOnce(source, fonts, FACE_NAMES, placeholders(source));
  return typesetOnce(source, fonts, first.used, first.contents);
}
