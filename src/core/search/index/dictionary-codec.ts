/**
 * What stands beside forms and names in the dictionary. A form has a value only, when its one term is its beginning: how
 * many bytes are cut off, doubled. Else the value is the length of its list, doubled, plus one. A name's key has a list
 * of spellings with their terms. Terms are written as what they have in common with the form or spelling, and the rest.
 */
import { commonLength } from './block.ts';
import { CAPITAL } from './pack-word.ts';
import { ByteReader, type ByteWriter } from './varint.ts';

/** One way a name is written, and the term it is found by; both packed. */
export interface PackedName {
  readonly spelling: string;
  readonly term: string;
}

/** @returns the value to be stored with the form. */
export function writeFormTerms(lists: ByteWriter, form: string, terms: readonly string[]): number {
  const [only = ''] = terms;
  if (terms.length === 1 && form.startsWith(only)) return (form.length - only.length) * 2;
  const before = lists.length;
  for (const term of terms) writeRelated(lists, form, term);
  return (lists.length - before) * 2 + 1;
}

/** Length of the list of a form with the given value. */
export function formListLength(value: number): number {
  return value % 2 === 1 ? (value - 1) / 2 : 0;
}

/** @param offset where the list of the form begins. */
export function readFormTerms(
  form: string,
  value: number,
  lists: Uint8Array,
  offset: number,
): string[] {
  if (value % 2 === 0) return [form.slice(0, form.length - value / 2)];
  const reader = new ByteReader(lists, offset);
  const end = offset + formListLength(value);
  const terms: string[] = [];
  while (reader.at < end) terms.push(readRelated(reader, form));
  return terms;
}

/** @returns the value to be stored with the key: the length of its list. */
export function writeNames(lists: ByteWriter, names: readonly PackedName[]): number {
  const before = lists.length;
  for (const { spelling, term } of names) {
    lists.write(spelling.length);
    lists.writePacked(spelling);
    writeRelated(lists, spelling.replaceAll(CAPITAL, ''), term);
  }
  return lists.length - before;
}

export function readNames(lists: Uint8Array, offset: number, length: number): PackedName[] {
  const reader = new ByteReader(lists, offset);
  const names: PackedName[] = [];
  while (reader.at < offset + length) {
    const spelling = reader.readPacked(reader.read());
    names.push({ spelling, term: readRelated(reader, spelling.replaceAll(CAPITAL, '')) });
  }
  return names;
}

function writeRelated(writer: ByteWriter, base: string, word: string): void {
  const shared = commonLength(base, word);
  writer.write(shared);
  writer.write(word.length - shared);
  writer.writePacked(word, shared);
}

function readRelated(reader: ByteReader, base: string): string {
  const shared = reader.read();
  return base.slice(0, shared) + reader.readPacked(reader.read());
}
