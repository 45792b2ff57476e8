/** What a person deleted is in no corner of the closed files. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createCommandStack, type CommandStack } from '../../../src/core/commands/command-stack.ts';
import { unlockKeys } from '../../../src/core/library/keys/unlock-keys.ts';
import { openLibrary, type OpenLibrary } from '../../../src/core/library/library.ts';
import { purgeOriginals } from '../../../src/core/library/purge-originals.ts';
import { openSearchIndex } from '../../../src/core/search/open-search-index.ts';
import type { SearchIndex } from '../../../src/core/search/search-index.ts';
import { decryptImage, matchesIn } from '../../helpers/decrypted-image.ts';
import { indexedWords } from '../../helpers/indexed-words.ts';
import { InventedWords } from '../../helpers/invented-words.ts';
import { anchorOf, storeDocument } from '../../helpers/stored-document.ts';
import { PASSPHRASE, temporaryLibrary } from '../../helpers/temporary-library.ts';

const DOCUMENTS = 16;
const NOTES_OF_A_DOCUMENT = 8;
/** Words of its own in each note, besides those that stand in the texts. */
const OWN_WORDS = 12;

interface Desk {
  readonly library: OpenLibrary;
  readonly search: SearchIndex;
  readonly commands: CommandStack;
}

function sitDown(library: OpenLibrary): Desk {
  const search = openSearchIndex(library.database);
  const commands = createCommandStack(library.database, (changes) => {
    const { removedDocuments, addedDocuments, changedDocuments } = changes;
    for (const id of removedDocuments) search.removeDocument(id);
    for (const id of addedDocuments) search.addDocument(id);
    for (const id of changedDocuments) search.documentChanged(id);
  });
  return { library, search, commands };
}

/** Words that stand nowhere else, in capitals or not: the index keeps them in small letters. */
class OwnWords {
  readonly given = new Set<string>();
  next(kind: string): string {
    const word = `${kind}${String(this.given.size).padStart(5, '0')}q`;
    this.given.add(word.toLowerCase());
    return word;
  }
  static in(image: Buffer): Set<string> {
    const found = matchesIn(image, /(?:title|author|page|note|again|tag|case|event)\d{5}q/giu);
    return new Set([...found].map((word) => word.toLowerCase()));
  }
  several(kind: string, count: number): string {
    return Array.from({ length: count }, () => this.next(kind)).join(' ');
  }
}

function fill({ library, search, commands }: Desk, own: OwnWords): number[] {
  const words = new InventedWords(5, 2_000);
  const { database, originals } = library;
  return Array.from({ length: DOCUMENTS }, (_, report) => {
    const pages = [1, 2].map(() => words.text(words.language(), 150));
    // The last reports are the ones to go.
    if (report >= DOCUMENTS / 2) pages.push(own.several('Page', 40));
    const documentId = database.transaction(() => {
      const id = storeDocument(database, `Report ${report}`, pages);
      search.addDocument(id);
      return id;
    })();
    commands.run({
      kind: 'document.update',
      documentIds: [documentId],
      fields: { title: own.next('Title'), authors: own.next('Author'), note: own.next('note') },
    });
    const bytes = Buffer.from(pages.join('\n'));
    const writer = originals.write(sha256Of(library, documentId), bytes.length);
    writer.append(bytes);
    writer.finish();
    for (let note = 0; note < NOTES_OF_A_DOCUMENT; note += 1) {
      const quote = (pages[0] ?? '').split(' ').slice(note, note + 3);
      commands.run({
        kind: 'passage.create',
        documentId,
        anchor: anchorOf(pages[0] ?? '', quote.join(' ')),
        colour: 'yellow',
        note: `${own.several('note', OWN_WORDS)} ${words.text('latin', 20 + note * 9)}`,
        labels: [
          { kind: 'tag', id: null, name: own.next('Tag') },
          { kind: 'case', id: null, name: own.next('Case') },
          { kind: 'event', id: null, name: own.next('Event') },
        ],
      });
    }
    search.maintain(10);
    return documentId;
  });
}

function sha256Of({ database }: OpenLibrary, documentId: number): string {
  return database
    .prepare<[number], string>('SELECT sha256 FROM source_document WHERE id = ?')
    .pluck()
    .get(documentId)!;
}

function idsOf({ library }: Desk, table: string): number[] {
  return library.database.prepare<[], number>(`SELECT id FROM ${table} ORDER BY id`).pluck().all();
}

/** Notes typed on, titles given anew, then everything deleted that can be; some of it taken back and deleted again. */
function deleteAll(desk: Desk, documentIds: readonly number[], own: OwnWords): void {
  const { commands, search } = desk;
  const passages = idsOf(desk, 'passage');
  for (const passageId of passages.filter((id) => id % 3 === 0)) {
    commands.run({ kind: 'passage.note', passageId, note: own.several('again', OWN_WORDS) });
  }
  for (const documentId of documentIds) {
    commands.run({
      kind: 'document.update',
      documentIds: [documentId],
      fields: { title: 'Untitled', authors: '', note: '' },
    });
  }
  for (const parity of [0, 1]) {
    for (const id of passages.filter((passage) => passage % 2 === parity)) {
      // As in the pauses of a person; never to its end, so that much of it happens in the middle of a merge.
      if (id % 4 === 0) search.maintain(10);
      commands.run({ kind: 'passage.delete', passageIds: [id] });
      if (id % 5 > 0) continue;
      commands.undo();
      commands.redo();
    }
  }
  for (const id of idsOf(desk, 'tag')) commands.run({ kind: 'tag.delete', id });
  for (const id of idsOf(desk, 'case_file')) commands.run({ kind: 'case.delete', id });
  for (const id of idsOf(desk, 'case_event')) commands.run({ kind: 'event.delete', id });
  const gone = documentIds.slice(DOCUMENTS / 2);
  commands.run({ kind: 'document.delete', documentIds: gone });
  commands.undo();
  for (const id of gone) commands.run({ kind: 'document.delete', documentIds: [id] });
}

/** As a session closes. */
function standUp({ library, search }: Desk): void {
  purgeOriginals(library);
  expect(search.purgeDeleted(Infinity)).toBe(false);
  library.close();
}

async function imageOf(folder: string): Promise<Buffer> {
  const { keys } = await unlockKeys(folder, PASSPHRASE);
  try {
    expect(readdirSync(folder).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([]);
    const library = decryptImage(join(folder, 'library.db'), keys.database);
    const originals = decryptImage(join(folder, 'originals.db'), keys.originals);
    // What is looked at is what SQLite sees.
    expect(library.includes('CREATE TABLE passage')).toBe(true);
    expect(originals.includes('CREATE TABLE chunk')).toBe(true);
    return Buffer.concat([library, originals]);
  } finally {
    keys.forget();
  }
}

it(
  'deleted passages, notes, labels, titles and documents leave no word',
  { timeout: 120_000 },
  async () => {
    const own = new OwnWords();
    let desk = sitDown(await temporaryLibrary());
    const { folder } = desk.library;
    const documentIds = fill(desk, own);
    desk.library.close();
    expect(OwnWords.in(await imageOf(folder))).toEqual(own.given);

    desk = sitDown(await openLibrary(folder, PASSPHRASE));
    try {
      deleteAll(desk, documentIds, own);
      expect(desk.search.verify().problems).toBe(0);
      desk.search.purgeDeleted(Infinity);
      // The index writes words in a way of its own, which a look at the image does not see.
      const { terms, forms, names } = indexedWords(desk.library.database);
      const found = [...terms, ...forms, ...names].map((word) => word.toLowerCase());
      expect(found.filter((word) => own.given.has(word))).toEqual([]);
    } finally {
      standUp(desk);
    }
    expect(OwnWords.in(await imageOf(folder))).toEqual(new Set());
  },
);

it('an image shows what SQL does not', async () => {
  const library = await temporaryLibrary();
  library.database.pragma('secure_delete=OFF');
  library.database.exec(`
    CREATE TABLE plant (one TEXT, two BLOB) STRICT;
    INSERT INTO plant VALUES ('Tag00001q', x'${Buffer.from('note00002q', 'utf16le').toString('hex')}');
    DROP TABLE plant`);
  library.database.pragma('secure_delete=ON');
  library.close();
  const found = OwnWords.in(await imageOf(library.folder));
  expect(found).toEqual(new Set(['tag00001q', 'note00002q']));
});
