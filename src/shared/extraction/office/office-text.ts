/** DOCX, ODT and e-mail to text; the same code in the extractor window and in Node. Nothing outside of the file is ever read. */
import { readInParts } from '../read-in-parts.ts';
import type { ByteSource } from '../byte-source.ts';
import type { ExtractedPage, OfficeFormat, PdfExtraction } from '../extracted-pdf.ts';
import { docxToText } from './docx-text.ts';
import { mailToText } from './mail-text.ts';
import { odtToText } from './odt-text.ts';
import { OfficeError } from './office-error.ts';
import { openOfficeFile } from './office-file.ts';

/** More is no report; the whole file is held while it is read. Bytes. */
const LARGEST = 256 * 1024 * 1024;
/** Parts of the text on their way to the library, which cuts it into pages. UTF-16 units. */
const PART_UNITS = 1_000_000;

/** Damage and limits are results. @throws whatever `source.read` throws. */
export async function extractOffice(
  source: ByteSource,
  format: OfficeFormat,
): Promise<PdfExtraction> {
  if (source.size > LARGEST) return { kind: 'unreadable', reason: 'out-of-memory' };
  const bytes = await readInParts(0, source.size, async (begin, end) => source.read(begin, end));
  try {
    if (format === 'eml') {
      const { text, ...info } = await mailToText(bytes);
      return { kind: 'extracted', pdf: { ...info, outline: [], pages: partsOf(text) } };
    }
    const file = await openOfficeFile(bytes, format);
    const text = format === 'docx' ? await docxToText(bytes) : odtToText(await file.mainPart());
    return { kind: 'extracted', pdf: { ...file.info, outline: [], pages: partsOf(text) } };
  } catch (error) {
    if (error instanceof OfficeError) return { kind: 'unreadable', reason: error.reason };
    if (error instanceof RangeError) return { kind: 'unreadable', reason: 'out-of-memory' };
    return { kind: 'unreadable', reason: 'damaged-document' };
  }
}

function partsOf(text: string): ExtractedPage[] {
  const whole = text.toWellFormed();
  const parts: ExtractedPage[] = [];
  for (let from = 0; from < whole.length; from += PART_UNITS) {
    const number = parts.length + 1;
    parts.push({ number, label: String(number), text: whole.slice(from, from + PART_UNITS) });
  }
  return parts;
}
