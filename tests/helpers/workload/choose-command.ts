/** What a person might do next, drawn from what is in the library. */
import type { LibraryDatabase } from '../../../src/core/library/connection.ts';
import { makeAnchor } from '../../../src/shared/anchoring/make-anchor.ts';
import type { LabelTarget, LibraryCommand } from '../../../src/shared/domain/command.ts';
import type { LabelKind } from '../../../src/shared/domain/label.ts';
import { PASSAGE_COLOURS } from '../../../src/shared/domain/passage.ts';
import type { InventedWords, SeededRandom } from '../invented-words.ts';

type Chooser = (library: LibraryDatabase, words: InventedWords) => LibraryCommand | undefined;

/** Undefined when there is nothing yet to do this to. */
export function chooseCommand(
  library: LibraryDatabase,
  words: InventedWords,
): LibraryCommand | undefined {
  const chooser = words.random.pick(CHOOSERS);
  return chooser(library, words);
}

const createPassage: Chooser = (library, words) => {
  const place = pickRow<{ id: number; documentId: number; number: number; text: string }>(
    library,
    words.random,
    'SELECT id, document_id AS documentId, number, text FROM page WHERE length(text) > 40 ORDER BY id',
  );
  if (!place) return undefined;
  const { documentId, number, text } = place;
  const begin = words.random.below(text.length - 30);
  const at = (offset: number) => ({ page: number, offset });
  return {
    kind: 'passage.create',
    documentId,
    anchor: makeAnchor([{ number, text }], at(begin), at(begin + 5 + words.random.below(20)), []),
    colour: words.random.pick(PASSAGE_COLOURS),
    note: words.text(words.language(), words.random.below(60)),
    labels: [newLabel(words), newLabel(words)],
  };
};

const noteOn: Chooser = (library, words) => {
  const passageId = pickId(library, words.random, 'passage');
  const note = words.text(words.language(), words.random.below(60));
  return passageId === undefined ? undefined : { kind: 'passage.note', passageId, note };
};

const linkTo: Chooser = (library, words) => {
  const id = pickId(library, words.random, 'passage');
  return id === undefined
    ? undefined
    : { kind: 'passage.link', passageIds: [id], label: newLabel(words) };
};

const deletePassage: Chooser = (library, { random }) => {
  const id = pickId(library, random, 'passage');
  return id === undefined ? undefined : { kind: 'passage.delete', passageIds: [id] };
};

const renameTag: Chooser = (library, words) => {
  const id = pickId(library, words.random, 'tag');
  const name = `${words.word('latin')} ${words.random.below(1_000)}`;
  return id === undefined
    ? undefined
    : { kind: 'tag.update', id, fields: { name, parentId: null, colour: 'teal' } };
};

const deleteTag: Chooser = (library, { random }) => {
  const id = pickId(library, random, 'tag');
  return id === undefined ? undefined : { kind: 'tag.delete', id };
};

const deleteCase: Chooser = (library, { random }) => {
  const id = pickId(library, random, 'case_file');
  return id === undefined ? undefined : { kind: 'case.delete', id };
};

const describe: Chooser = (library, words) => {
  const id = pickId(library, words.random, 'source_document');
  const fields = { title: words.text('latin', 4), note: words.text('russian', 9) };
  return id === undefined ? undefined : { kind: 'document.update', documentIds: [id], fields };
};

const deleteDocument: Chooser = (library, { random }) => {
  const id = pickId(library, random, 'source_document');
  return id === undefined ? undefined : { kind: 'document.delete', documentIds: [id] };
};

const CHOOSERS: readonly Chooser[] = [
  createPassage,
  createPassage,
  createPassage,
  createPassage,
  noteOn,
  noteOn,
  linkTo,
  deletePassage,
  renameTag,
  deleteTag,
  deleteCase,
  describe,
  deleteDocument,
];

/** Out of so few names that many are there already. */
function newLabel(words: InventedWords): LabelTarget {
  const kind = words.random.pick<LabelKind>(['tag', 'case', 'event']);
  return { kind, id: null, name: `${kind} ${words.random.below(40)}` };
}

function pickId(library: LibraryDatabase, random: SeededRandom, table: string): number | undefined {
  return pickRow<{ id: number }>(library, random, `SELECT id FROM ${table} ORDER BY id`)?.id;
}

function pickRow<Row>(
  library: LibraryDatabase,
  random: SeededRandom,
  sql: string,
): Row | undefined {
  const rows = library.prepare<[], Row>(sql).all();
  return rows.length === 0 ? undefined : random.pick(rows);
}
