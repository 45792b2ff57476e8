import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { PDFDocument, PDFName, StandardFonts } from 'pdf-lib';
import { handToApp } from '../../../scripts/runtime/scratch-folder.ts';

/** Writes a PDF of one page with some words (Latin letters) and so many bytes that do not compress. */
export async function writeLargePdf(path: string, text: string, bytes: number): Promise<void> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([420, 300]);
  page.drawText(text, { x: 30, y: 200, size: 12, font });
  // Application data of the page (ISO 32000, 14.5): part of the file, of no concern to a reader.
  const data = pdf.context.register(pdf.context.stream(randomBytes(bytes)));
  page.node.set(PDFName.of('PieceInfo'), pdf.context.obj({ Ferry: { Private: data } }));
  await writeFile(path, await pdf.save({ useObjectStreams: false }));
  await handToApp(path);
}
