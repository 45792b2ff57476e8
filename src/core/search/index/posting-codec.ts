/**
 * The posting lists of one term in one segment. Pages are counted from the start of the segment (`local`).
 * postings: per field the number of pages, then per page the distance to the page before, doubled, plus one when the
 * word stands there once; else its count follows. ordinals: per field and page, in the same order, the distances
 * between the places of the word, counted in words of the field.
 */
import { FIELDS } from '../fields.ts';
import { ByteReader, ByteWriter } from './varint.ts';

/** Where a term stands in one field: parallel lists, and the ordinals of all pages one after the other. */
export interface FieldPlaces {
  readonly locals: number[];
  readonly counts: number[];
  readonly ordinals: number[];
}

/** One entry per field; null where the term does not occur. */
export type TermPlaces = (FieldPlaces | null)[];

export function noPlaces(): TermPlaces {
  return FIELDS.map(() => null);
}

const writer = new ByteWriter();

export function encodePostings(places: TermPlaces): Buffer {
  for (const field of places) {
    writer.write(field?.locals.length ?? 0);
    let previous = 0;
    field?.locals.forEach((local, index) => {
      const count = field.counts[index] ?? 1;
      writer.write((local - previous) * 2 + (count === 1 ? 1 : 0));
      if (count !== 1) writer.write(count);
      previous = local;
    });
  }
  return writer.take();
}

export function encodeOrdinals(places: TermPlaces): Buffer {
  for (const field of places) {
    let next = 0;
    for (const count of field?.counts ?? []) {
      let previous = 0;
      for (let place = 0; place < count; place += 1) {
        const ordinal = field?.ordinals[next++] ?? 0;
        writer.write(ordinal - previous);
        previous = ordinal;
      }
    }
  }
  return writer.take();
}

/** Decodes both blobs; used where every place is needed (merging, checking, phrases). */
export function decodePlaces(postings: Uint8Array, ordinals: Uint8Array): TermPlaces {
  const reader = new ByteReader(postings);
  const places = new ByteReader(ordinals);
  return FIELDS.map(() => {
    const pages = reader.read();
    if (pages === 0) return null;
    const field: FieldPlaces = { locals: [], counts: [], ordinals: [] };
    let local = 0;
    for (let page = 0; page < pages; page += 1) {
      const head = reader.read();
      local += Math.floor(head / 2);
      const count = head % 2 === 1 ? 1 : reader.read();
      field.locals.push(local);
      field.counts.push(count);
      let ordinal = 0;
      for (let place = 0; place < count; place += 1) {
        ordinal += places.read();
        field.ordinals.push(ordinal);
      }
    }
    return field;
  });
}

/** Whether a list names a page that the test is true for; reads no further than that. */
export function namesPage(postings: Uint8Array, test: (local: number) => boolean): boolean {
  const reader = new ByteReader(postings);
  for (let field = 0; field < FIELDS.length; field += 1) {
    let local = 0;
    for (let left = reader.read(); left > 0; left -= 1) {
      const head = reader.read();
      local += Math.floor(head / 2);
      if (head % 2 === 0) reader.read();
      if (test(local)) return true;
    }
  }
  return false;
}

/** The places on those pages that the test is true for. */
export function onPages(places: TermPlaces, test: (local: number) => boolean): TermPlaces {
  return places.map((field) => {
    if (!field) return null;
    const left: FieldPlaces = { locals: [], counts: [], ordinals: [] };
    let next = 0;
    field.locals.forEach((local, index) => {
      const end = next + (field.counts[index] ?? 0);
      if (test(local)) {
        left.locals.push(local);
        left.counts.push(end - next);
        left.ordinals.push(...field.ordinals.slice(next, end));
      }
      next = end;
    });
    return left.locals.length === 0 ? null : left;
  });
}
