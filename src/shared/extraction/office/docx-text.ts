/** The words of a DOCX file in reading order, with its notes behind the text; pictures are never unpacked. */
import mammoth from 'mammoth';
import { htmlToText } from '../html-text.ts';

/** What mammoth takes in Node (`buffer`) and in a window (`arrayBuffer`); its types know only Node's own class. */
type Input = Parameters<typeof mammoth.convertToHtml>[0];

/** Deleted words of tracked changes are left out, inserted ones are there, as Word shows them when the changes are taken. */
export async function docxToText(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const input = { buffer: bytes, arrayBuffer: bytes.buffer } as unknown as Input;
  const { value } = await mammoth.convertToHtml(input, {
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    externalFileAccess: false,
  });
  return (await htmlToText(value, () => Promise.resolve())).text;
}
