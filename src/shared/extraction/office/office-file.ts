/** The ZIP file that DOCX and ODT are: which one it is, what it says of itself, and its parts. */
import JSZip from 'jszip';
import type { ExtractedPdf, OfficeFormat } from '../extracted-pdf.ts';
import { OfficeError } from './office-error.ts';
import { readXml } from './xml-tokens.ts';

/** A part that unpacks to more than this is a bomb, or too much for one string. Bytes. */
const LARGEST_PART = 128 * 1024 * 1024;

const MAIN_PART = { docx: 'word/document.xml', odt: 'content.xml' } as const;
const INFO_PART = { docx: 'docProps/core.xml', odt: 'meta.xml' } as const;

export interface OfficeFile {
  readonly info: Pick<ExtractedPdf, 'title' | 'author' | 'created' | 'language'>;
  /** Unpacks the part with the text. */
  mainPart(): Promise<string>;
}

/** @throws OfficeError when the file is not one of that format, or a part of it is a bomb. */
export async function openOfficeFile(
  bytes: Uint8Array,
  format: Exclude<OfficeFormat, 'eml'>,
): Promise<OfficeFile> {
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw new OfficeError('damaged-document');
  });
  const main = zip.file(MAIN_PART[format]);
  if (main === null) throw new OfficeError('unknown-format');
  for (const { name } of zip.file(/\.(xml|rels)$/u)) {
    if (unpackedSize(zip, name) > LARGEST_PART) throw new OfficeError('out-of-memory');
  }
  const info = await zip.file(INFO_PART[format])?.async('string');
  return { info: readInfo(info ?? ''), mainPart: () => main.async('string') };
}

/** What the directory of the file says; JSZip compares it with what it unpacks, but does not tell it. */
function unpackedSize(zip: JSZip, name: string): number {
  const { _data } = zip.files[name] as unknown as { _data?: { uncompressedSize?: number } };
  return _data?.uncompressedSize ?? 0;
}

function readInfo(xml: string): OfficeFile['info'] {
  const found = new Map<string, string>();
  let current = '';
  readXml(xml, {
    open: (name) => (current = name),
    close: () => (current = ''),
    text: (words) => found.set(current, (found.get(current) ?? '') + words),
  });
  const first = (...names: string[]): string =>
    names.map((name) => found.get(name)?.trim() ?? '').find((words) => words !== '') ?? '';
  return {
    title: first('dc:title'),
    author: first('meta:initial-creator', 'dc:creator'),
    created: /^\d{4}-\d{2}-\d{2}/u.exec(first('dcterms:created', 'meta:creation-date'))?.[0] ?? '',
    language: first('dc:language'),
  };
}
