import { beforeEach, describe, expect, it } from 'vitest';
import { createCommandStack, type CommandStack } from '../../../src/core/commands/command-stack.ts';
import type { OpenLibrary } from '../../../src/core/library/library.ts';
import { listLabels } from '../../../src/core/library/queries/label.ts';
import { listPassages } from '../../../src/core/library/queries/passage.ts';
import type { LibraryCommand } from '../../../src/shared/domain/command.ts';
import { FailureError } from '../../../src/shared/failure.ts';
import { anchorOf, storeDocument } from '../../helpers/stored-document.ts';
import { temporaryLibrary } from '../../helpers/temporary-library.ts';

const TEXT = 'Mira Tolvan was taken from the square at dawn. Her brother saw two grey vans.';

let library: OpenLibrary;
let stack: CommandStack;
let documentId: number;
let followed: number[];
let now: number;

beforeEach(async () => {
  library = await temporaryLibrary();
  documentId = storeDocument(library.database, 'Statement', [TEXT, 'The second page.']);
  followed = [];
  now = Date.UTC(2026, 2, 1, 12);
  stack = createCommandStack(
    library.database,
    ({ changedDocuments }) => followed.push(...changedDocuments),
    () => now,
  );
});

function createPassage(quote: string, extra: object = {}): number {
  const command: LibraryCommand = {
    kind: 'passage.create',
    documentId,
    anchor: anchorOf(TEXT, quote),
    colour: 'yellow',
    note: '',
    labels: [],
    ...extra,
  };
  return stack.run(command).passageIds[0] ?? Number.NaN;
}

/** Every row of every table that a command may write. */
function dump(): unknown {
  const tables = [
    'source_document',
    'page',
    'document_alias',
    'import_item',
    'original_to_purge',
    'passage',
    'tag',
    'case_file',
    'case_event',
    'passage_tag',
    'passage_case',
    'passage_event',
  ];
  return Object.fromEntries(
    tables.map((table) => [table, library.database.prepare(`SELECT * FROM ${table}`).all()]),
  );
}

function failureKind(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof FailureError) return error.failure.kind;
    throw error;
  }
  return 'none';
}

const event = {
  title: 'Dispersal at the square',
  date: '2031-08-04~',
  place: 'Varenholm',
  act: 'arrest',
  certainty: 'likely',
  description: '',
} as const;

describe('a command', () => {
  it('creates a passage tied to labels that it makes on the fly', () => {
    createPassage('two grey vans', {
      labels: [
        { kind: 'tag', id: null, name: 'vehicles' },
        { kind: 'case', id: null, name: 'Tolvan family' },
        { kind: 'event', id: null, name: 'Dispersal' },
      ],
    });
    const [passage] = listPassages(library.database, documentId);
    const book = listLabels(library.database);
    expect(passage?.quote).toBe('two grey vans');
    expect(passage?.tagIds).toEqual([book.tags[0]?.id]);
    expect(passage?.caseIds).toEqual([book.cases[0]?.id]);
    expect(passage?.eventIds).toEqual([book.events[0]?.id]);
    expect(book.tags[0]).toMatchObject({ name: 'vehicles', passages: 1 });
  });

  it('uses the label that has the name already, whatever the case of the letters', () => {
    createPassage('square', { labels: [{ kind: 'tag', id: null, name: 'Place' }] });
    createPassage('dawn', { labels: [{ kind: 'tag', id: null, name: ' PLACE ' }] });
    expect(listLabels(library.database).tags).toMatchObject([{ name: 'Place', passages: 2 }]);
  });

  it('keeps words that are a passage already as one, with both labels and both notes', () => {
    const first = createPassage('two grey vans', { note: 'seen by the brother' });
    const again = createPassage('two grey vans', {
      note: 'ask for the plates',
      labels: [{ kind: 'tag', id: null, name: 'vehicles' }],
    });
    expect(again).toBe(first);
    expect(listPassages(library.database, documentId)).toMatchObject([
      { id: first, note: 'seen by the brother\n\nask for the plates', tagIds: [1] },
    ]);
    stack.undo();
    expect(listPassages(library.database, documentId)).toMatchObject([
      { id: first, note: 'seen by the brother', tagIds: [] },
    ]);
  });

  it('refuses an anchor whose quote is not what the text says there', () => {
    const anchor = { ...anchorOf(TEXT, 'two grey vans'), quote: 'two blue vans' };
    expect(failureKind(() => createPassage('dawn', { anchor }))).toBe('quote-not-found');
    expect(listPassages(library.database, documentId)).toEqual([]);
  });

  it('writes nothing at all when a part of it is refused', () => {
    const before = dump();
    const labels = [
      { kind: 'tag', id: null, name: 'new' },
      { kind: 'case', id: 77 },
    ];
    expect(failureKind(() => createPassage('dawn', { labels }))).toBe('not-found');
    expect(dump()).toEqual(before);
    expect(failureKind(() => stack.undo())).toBe('nothing-to-undo');
  });

  it('takes overlapping, nested and page-crossing passages', () => {
    createPassage('the square at dawn');
    createPassage('at dawn. Her brother');
    createPassage('dawn');
    const crossing = {
      start: { page: 1, offset: TEXT.indexOf('vans') },
      end: { page: 2, offset: 3 },
      quote: 'vans.\nThe',
      prefix: '',
      suffix: '',
      rects: [],
    };
    createPassage('dawn', { anchor: crossing });
    expect(listPassages(library.database, documentId)).toHaveLength(4);
  });

  it('refuses dates that are no EDTF and names that are taken', () => {
    stack.run({ kind: 'event.create', fields: event });
    const badDate = { ...event, date: 'in August' };
    expect(failureKind(() => stack.run({ kind: 'event.create', fields: badDate }))).toBe(
      'invalid-date',
    );
    const fields = { title: 'Tolvan', description: '' };
    stack.run({ kind: 'case.create', fields });
    expect(
      failureKind(() => stack.run({ kind: 'case.create', fields: { ...fields, title: 'TOLVAN' } })),
    ).toBe('name-taken');
  });

  it('refuses to hang a tag below itself', () => {
    const tag = (name: string, parentId: number | null) => ({ name, parentId, colour: null });
    const parent = stack.run({ kind: 'tag.create', fields: tag('Force', null) }).label?.id ?? 0;
    const child = stack.run({ kind: 'tag.create', fields: tag('Beating', parent) }).label?.id ?? 0;
    expect(
      failureKind(() => stack.run({ kind: 'tag.update', id: parent, fields: tag('Force', child) })),
    ).not.toBe('none');
  });

  it('tells the index which documents changed their notes or title, and no others', () => {
    const id = createPassage('dawn');
    expect(followed).toEqual([]);
    stack.run({ kind: 'passage.note', passageId: id, note: 'check the hour' });
    stack.run({
      kind: 'document.update',
      documentIds: [documentId],
      fields: { title: 'Statement of the sister' },
    });
    stack.run({ kind: 'passage.colour', passageIds: [id], colour: 'blue' });
    expect(followed).toEqual([documentId, documentId]);
  });
});

describe('undo and redo', () => {
  /** Each command, run on a library that already holds one of everything. */
  const commands: [
    string,
    (ids: { passage: number; tag: number; case: number; event: number }) => LibraryCommand,
  ][] = [
    [
      'passage.create',
      () => ({
        kind: 'passage.create',
        documentId,
        anchor: anchorOf(TEXT, 'Mira'),
        colour: 'green',
        note: 'n',
        labels: [{ kind: 'tag', id: null, name: 'fresh' }],
      }),
    ],
    ['passage.delete', ({ passage }) => ({ kind: 'passage.delete', passageIds: [passage] })],
    [
      'passage.note',
      ({ passage }) => ({ kind: 'passage.note', passageId: passage, note: 'later' }),
    ],
    [
      'passage.bounds',
      ({ passage }) => ({
        kind: 'passage.bounds',
        passageId: passage,
        anchor: anchorOf(TEXT, 'saw two grey'),
      }),
    ],
    [
      'passage.merge',
      ({ passage }) => ({
        kind: 'passage.merge',
        passageIds: [
          createPassage('saw', { note: 'own', labels: [{ kind: 'tag', id: null, name: 'sight' }] }),
          passage,
        ],
        anchor: anchorOf(TEXT, 'saw two grey vans'),
      }),
    ],
    ['tag.pin', ({ tag }) => ({ kind: 'tag.pin', id: tag, key: 3 })],
    [
      'passage.colour',
      ({ passage }) => ({ kind: 'passage.colour', passageIds: [passage], colour: 'teal' }),
    ],
    [
      'passage.link',
      ({ passage }) => ({
        kind: 'passage.link',
        passageIds: [passage],
        label: { kind: 'event', id: null, name: 'Other' },
      }),
    ],
    [
      'passage.unlink',
      ({ passage, tag }) => ({
        kind: 'passage.unlink',
        passageIds: [passage],
        label: { kind: 'tag', id: tag },
      }),
    ],
    [
      'tag.create',
      () => ({ kind: 'tag.create', fields: { name: 'third', parentId: null, colour: 'rose' } }),
    ],
    [
      'tag.update',
      ({ tag }) => ({
        kind: 'tag.update',
        id: tag,
        fields: { name: 'renamed', parentId: null, colour: null },
      }),
    ],
    ['tag.delete', ({ tag }) => ({ kind: 'tag.delete', id: tag })],
    ['case.create', () => ({ kind: 'case.create', fields: { title: 'C2', description: '' } })],
    [
      'case.update',
      (ids) => ({ kind: 'case.update', id: ids.case, fields: { title: 'C1 b', description: 'd' } }),
    ],
    ['case.delete', (ids) => ({ kind: 'case.delete', id: ids.case })],
    ['event.create', () => ({ kind: 'event.create', fields: event })],
    ['event.update', (ids) => ({ kind: 'event.update', id: ids.event, fields: event })],
    ['event.delete', (ids) => ({ kind: 'event.delete', id: ids.event })],
    [
      'document.update',
      () => ({
        kind: 'document.update',
        documentIds: [documentId],
        fields: {
          title: 'Renamed',
          authors: 'A. Marsh',
          date: '2031-08~',
          reliability: 'doubtful',
        },
      }),
    ],
    ['document.delete', () => ({ kind: 'document.delete', documentIds: [documentId] })],
  ];

  it.each(commands)('takes %s back and makes it again, row for row', (kind, command) => {
    const passage = createPassage('two grey vans', {
      note: 'first',
      labels: [
        { kind: 'tag', id: null, name: 'parent' },
        { kind: 'case', id: null, name: 'C1' },
        { kind: 'event', id: null, name: 'E1' },
      ],
    });
    const book = listLabels(library.database);
    const tag = book.tags[0]?.id ?? 0;
    stack.run({ kind: 'tag.create', fields: { name: 'child', parentId: tag, colour: null } });
    const wanted = command({
      passage,
      tag,
      case: book.cases[0]?.id ?? 0,
      event: book.events[0]?.id ?? 0,
    });
    now += 60_000;
    const before = dump();

    const ran = stack.run(wanted);
    const after = dump();
    expect(ran.command).toBe(kind);
    expect(after).not.toEqual(before);
    expect(stack.undo()).toMatchObject({ command: kind, redoes: { command: kind } });
    expect(dump()).toEqual(before);
    expect(stack.redo().command).toBe(kind);
    expect(dump()).toEqual(after);
  });

  it('goes back to the beginning through any chain of steps', () => {
    const before = dump();
    const id = createPassage('dawn', { labels: [{ kind: 'tag', id: null, name: 'time' }] });
    stack.run({ kind: 'passage.delete', passageIds: [id] });
    createPassage('square');
    const after = dump();
    for (let step = 0; step < 3; step += 1) stack.undo();
    expect(dump()).toEqual(before);
    for (let step = 0; step < 3; step += 1) stack.redo();
    expect(dump()).toEqual(after);
  });

  it('forgets what was undone as soon as something new is done', () => {
    createPassage('dawn');
    stack.undo();
    createPassage('square');
    expect(failureKind(() => stack.redo())).toBe('nothing-to-redo');
  });

  it('keeps what was undone when a command changed nothing', () => {
    const id = createPassage('dawn');
    createPassage('square');
    stack.undo();
    stack.run({ kind: 'passage.colour', passageIds: [id], colour: 'yellow' });
    expect(stack.redo().command).toBe('passage.create');
  });

  it('deletes a tag whose child has the same name, and brings both back', () => {
    const fields = { name: 'Custody', parentId: null, colour: null };
    const parent = stack.run({ kind: 'tag.create', fields }).label?.id ?? 0;
    stack.run({ kind: 'tag.create', fields: { ...fields, parentId: parent } });
    const before = dump();
    stack.run({ kind: 'tag.delete', id: parent });
    expect(listLabels(library.database).tags).toMatchObject([{ name: 'Custody', parentId: null }]);
    stack.undo();
    expect(dump()).toEqual(before);
  });

  it('takes a note typed in several saves back in one step, but not one written later', () => {
    const id = createPassage('dawn');
    stack.run({ kind: 'passage.note', passageId: id, note: 'ch' });
    now += 1000;
    stack.run({ kind: 'passage.note', passageId: id, note: 'check' });
    now += 60_000;
    stack.run({ kind: 'passage.note', passageId: id, note: 'check again' });
    const note = () => listPassages(library.database, documentId)[0]?.note;
    stack.undo();
    expect(note()).toBe('check');
    stack.undo();
    expect(note()).toBe('');
  });

  it('has nothing to take back of a text that was typed and taken back', () => {
    const id = createPassage('dawn');
    stack.run({ kind: 'passage.note', passageId: id, note: 'ch' });
    now += 1000;
    const { undoes } = stack.run({ kind: 'passage.note', passageId: id, note: '' });
    expect(undoes?.command).toBe('passage.create');
  });

  it('takes one typed field of a label back in one step, and leaves the others alone', () => {
    const fields = { title: 'Dawn', description: '' };
    const id = stack.run({ kind: 'case.create', fields }).label?.id ?? 0;
    now += 60_000;
    const get = () => listLabels(library.database).cases[0];
    for (const title of ['Dawn a', 'Dawn arr', 'Dawn arrests']) {
      stack.run({ kind: 'case.update', id, fields: { title } });
      now += 800;
    }
    for (const description of ['The', 'The vans']) {
      stack.run({ kind: 'case.update', id, fields: { description } });
      now += 800;
    }
    expect(get()).toMatchObject({ title: 'Dawn arrests', description: 'The vans' });
    stack.undo();
    expect(get()).toMatchObject({ title: 'Dawn arrests', description: '' });
    const { redoes } = stack.undo();
    expect(redoes?.name).toBe('Dawn');
    expect(get()).toMatchObject({ title: 'Dawn', description: '' });
    stack.redo();
    stack.redo();
    expect(get()).toMatchObject({ title: 'Dawn arrests', description: 'The vans' });
  });

  it('takes choices back one by one, however quickly they follow each other', () => {
    const changes = (language: string): LibraryCommand => ({
      kind: 'document.update',
      documentIds: [documentId],
      fields: { language },
    });
    stack.run(changes('ru'));
    stack.run(changes('be'));
    stack.undo();
    const language = library.database
      .prepare<[number], string>('SELECT language FROM source_document WHERE id = ?')
      .pluck();
    expect(language.get(documentId)).toBe('ru');
  });

  it('changes no label that is gone', () => {
    const fields = { aliases: 'Dusk' };
    for (const kind of ['tag.update', 'case.update', 'event.update'] as const) {
      expect(failureKind(() => stack.run({ kind, id: 99, fields }))).toBe('not-found');
    }
  });
});

describe('bounds and merging', () => {
  it('makes one passage with all labels and notes, from the first word to the last', () => {
    const labels = (name: string) => [{ kind: 'tag' as const, id: null, name }];
    const second = createPassage('two grey vans', { note: 'plates?', labels: labels('vehicles') });
    const nested = createPassage('grey', { note: 'plates?', labels: labels('colours') });
    const first = createPassage('Her brother', { colour: 'rose', labels: labels('vehicles') });
    const passageIds = [second, nested, first];
    const anchor = anchorOf(TEXT, 'Her brother saw two grey vans');
    const before = dump();
    const merged = stack.run({ kind: 'passage.merge', passageIds, anchor });
    expect(merged.passageIds).toEqual([first]);
    expect(merged.words).toMatchObject({ count: 3, name: null });
    expect(listPassages(library.database, documentId)).toMatchObject([
      { id: first, quote: anchor.quote, colour: 'rose', note: 'plates?', tagIds: [1, 2] },
    ]);
    stack.undo();
    expect(dump()).toEqual(before);
  });

  it('refuses bounds that are not those of the passages, and words that do not stand there', () => {
    const one = createPassage('brother');
    const other = createPassage('grey');
    const passageIds = [one, other];
    const tooLong = anchorOf(TEXT, 'Her brother saw two grey');
    const before = dump();
    const merge = (anchor: typeof tooLong) => () =>
      stack.run({ kind: 'passage.merge', passageIds, anchor });
    expect(failureKind(merge(tooLong))).toBe('invalid-request');
    const invented = { ...anchorOf(TEXT, 'brother saw two grey'), quote: 'brother saw two blue' };
    expect(failureKind(merge(invented))).toBe('quote-not-found');
    expect(
      failureKind(() => stack.run({ kind: 'passage.bounds', passageId: one, anchor: invented })),
    ).toBe('quote-not-found');
    expect(dump()).toEqual(before);
  });

  it('gives a key to one tag only', () => {
    const made = ['violence', 'custody'].map(
      (name) =>
        stack.run({ kind: 'tag.create', fields: { name, parentId: null, colour: null } }).label?.id,
    );
    const keys = () =>
      listLabels(library.database)
        .tags.toSorted((a, b) => a.id - b.id)
        .map(({ quickKey }) => quickKey);
    stack.run({ kind: 'tag.pin', id: made[0] ?? 0, key: 1 });
    const pinned = stack.run({ kind: 'tag.pin', id: made[1] ?? 0, key: 1 });
    expect(keys()).toEqual([null, 1]);
    expect(pinned.undoes).toEqual({ command: 'tag.pin', label: null, count: 1, name: 'custody' });
    stack.undo();
    expect(keys()).toEqual([1, null]);
  });

  it('keeps 200 steps of several documents, with their words', () => {
    const other = storeDocument(library.database, 'Other', [TEXT]);
    const before = dump();
    for (let step = 0; step < 200; step += 1) {
      createPassage(TEXT.slice(0, step % 70) + (TEXT[step % 70] ?? ''), {
        documentId: step % 2 === 0 ? documentId : other,
        note: `step ${step}`,
      });
    }
    expect(stack.undo().words).toMatchObject({ command: 'passage.create', count: 1 });
    for (let step = 1; step < 200; step += 1) stack.undo();
    expect(dump()).toEqual(before);
    expect(failureKind(() => stack.undo())).toBe('nothing-to-undo');
  });
});
