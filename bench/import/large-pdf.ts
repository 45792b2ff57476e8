/** A PDF of any size: pages of text, each with a picture of noise that nothing makes smaller. */
import { randomFillSync } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';

const SIDE = 1_000;
const PICTURE_BYTES = SIDE * SIDE * 3;
const LINE = 'The ferry to Orvel Bay was stopped at dawn and nobody was told why.';

/** Objects: 1 catalogue, 2 pages, 3 font, then page, text and picture of each page. @returns number of pages. */
export function writeLargePdf(path: string, megabytes: number): number {
  const pages = Math.ceil((megabytes * 1e6) / PICTURE_BYTES);
  const file = openSync(path, 'w');
  const offsets: number[] = [];
  let at = 0;
  const write = (bytes: string | Uint8Array): void => {
    at += writeSync(file, typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  };
  const object = (content: string, stream?: Uint8Array): void => {
    offsets.push(at);
    write(`${offsets.length} 0 obj\n${content}\n`);
    if (stream) {
      write('stream\n');
      write(stream);
      write('\nendstream\n');
    }
    write('endobj\n');
  };
  write('%PDF-1.5\n');
  const kids = Array.from({ length: pages }, (_, index) => `${4 + index * 3} 0 R`).join(' ');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  object(`<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`);
  object('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  const picture = new Uint8Array(PICTURE_BYTES);
  for (let index = 0; index < pages; index += 1) {
    const first = 4 + index * 3;
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + 1} 0 R
          /Resources << /Font << /F 3 0 R >> /XObject << /P ${first + 2} 0 R >> >> >>`,
    );
    const text = `/P Do BT /F 11 Tf 14 TL 50 800 Td ${`(${LINE}) Tj T* `.repeat(40)}(Page ${index}) Tj ET`;
    object(`<< /Length ${text.length} >>`, Buffer.from(text, 'latin1'));
    object(
      `<< /Type /XObject /Subtype /Image /Width ${SIDE} /Height ${SIDE} /ColorSpace /DeviceRGB
          /BitsPerComponent 8 /Length ${PICTURE_BYTES} >>`,
      randomFillSync(picture),
    );
  }
  const table = at;
  write(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) write(`${String(offset).padStart(10, '0')} 00000 n \n`);
  write(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  closeSync(file);
  return pages;
}
