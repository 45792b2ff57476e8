/**
 * The list of one term in one segment. Pages are counted from the start of the segment (`local`). First the number of
 * pages per field: doubled when the term stands in bodies only, else doubled plus one for the title, then body and note.
 * Then per field and page the distance to the page before, doubled, plus one when the word stands there once; else its
 * count follows. At the end, for the same fields and pages, the distances between the places of the word (ordinals),
 * counted in words of the field: they are only read for phrases.
 */
import { BODY, NOTE, TITLE } from '../fields.ts';
import { ByteReader, type ByteWriter } from './varint.ts';

/** The places of one term in one field: a stretch of two parallel lists, ascending. */
export interface FieldRun {
  readonly locals: Int32Array;
  readonly ordinals: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** @param runs one per field, empty where the term does not stand. */
export function writeList(writer: ByteWriter, runs: readonly FieldRun[]): void {
  const [title = 0, body = 0, note = 0] = runs.map(countPages);
  if (title === 0 && note === 0) writer.write(body * 2);
  else {
    writer.write(title * 2 + 1);
    writer.write(body);
    writer.write(note);
  }
  for (const run of runs) writePages(writer, run);
  for (const run of runs) writeOrdinals(writer, run);
}

function countPages({ locals, from, to }: FieldRun): number {
  let pages = 0;
  let previous = -1;
  for (let at = from; at < to; at += 1) {
    const local = locals[at] ?? 0;
    if (local !== previous) pages += 1;
    previous = local;
  }
  return pages;
}

function writePages(writer: ByteWriter, { locals, from, to }: FieldRun): void {
  let previous = 0;
  for (let at = from; at < to;) {
    const local = locals[at] ?? 0;
    let next = at + 1;
    while (next < to && locals[next] === local) next += 1;
    writer.write((local - previous) * 2 + (next - at === 1 ? 1 : 0));
    if (next - at > 1) writer.write(next - at);
    previous = local;
    at = next;
  }
}

function writeOrdinals(writer: ByteWriter, { locals, ordinals, from, to }: FieldRun): void {
  let local = -1;
  let previous = 0;
  for (let at = from; at < to; at += 1) {
    if (locals[at] !== local) {
      local = locals[at] ?? 0;
      previous = 0;
    }
    const ordinal = ordinals[at] ?? 0;
    writer.write(ordinal - previous);
    previous = ordinal;
  }
}

/** The numbers of pages at the head of a list, by field; the reader then stands before the first page. */
export function readHead(reader: ByteReader): [title: number, body: number, note: number] {
  const head = reader.read();
  if (head % 2 === 0) return [0, head / 2, 0];
  return [(head - 1) / 2, reader.read(), reader.read()];
}

/** Calls `visit` for every place of a list; used where all are needed (checking, phrases). */
export function eachPlace(
  bytes: Uint8Array,
  offset: number,
  wanted: (local: number, field: number) => boolean,
  visit: (local: number, field: number, ordinal: number) => void,
): void {
  const reader = new ByteReader(bytes, offset);
  const pages = readHead(reader);
  const fields = [TITLE, BODY, NOTE] as const;
  const ordinals = new ByteReader(bytes, offset);
  const start = reader.at;
  for (const field of fields) skipPages(reader, pages[field]);
  ordinals.at = reader.at;
  reader.at = start;
  for (const field of fields) {
    let local = 0;
    for (let left = pages[field]; left > 0; left -= 1) {
      const head = reader.read();
      local += Math.floor(head / 2);
      const count = head % 2 === 1 ? 1 : reader.read();
      if (!wanted(local, field)) {
        ordinals.skip(count);
        continue;
      }
      let ordinal = 0;
      for (let place = 0; place < count; place += 1) {
        ordinal += ordinals.read();
        visit(local, field, ordinal);
      }
    }
  }
}

function skipPages(reader: ByteReader, pages: number): void {
  for (let left = pages; left > 0; left -= 1) if (reader.read() % 2 === 0) reader.skip(1);
}
