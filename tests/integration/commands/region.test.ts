/** A rectangle of a page as a passage: kept, tied to labels, undone, exported as a place. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createCommandStack, type CommandStack } from '../../../src/core/commands/command-stack.ts';
import { excerptsToCsv } from '../../../src/core/export/csv.ts';
import { excerptsToMarkdown } from '../../../src/core/export/markdown.ts';
import type { OpenLibrary } from '../../../src/core/library/library.ts';
import { listAllExcerpts } from '../../../src/core/library/queries/excerpt.ts';
import { listPassages } from '../../../src/core/library/queries/passage.ts';
import { openSearchIndex } from '../../../src/core/search/open-search-index.ts';
import { verifyLibrary } from '../../../src/core/library/verify-library.ts';
import type { LibraryCommand } from '../../../src/shared/domain/command.ts';
import { isRegion } from '../../../src/shared/domain/passage.ts';
import { createI18n } from '../../../src/shared/i18n/index.ts';
import { failureOf } from '../../../src/shared/failure.ts';
import { anchorOf, storeDocument } from '../../helpers/stored-document.ts';
import { temporaryLibrary } from '../../helpers/temporary-library.ts';

const RECT = { page: 2, x1: 90, y1: 500.5, x2: 390, y2: 660 };
const WORDS = 'The stamp of the harbour office.';

let library: OpenLibrary;
let stack: CommandStack;
let documentId: number;

beforeEach(async () => {
  library = await temporaryLibrary();
  documentId = storeDocument(library.database, 'Scan', [WORDS, '']);
  library.database.prepare("UPDATE source_document SET kind = 'pdf'").run();
  stack = createCommandStack(library.database, () => undefined);
});

function region(extra: object = {}): LibraryCommand {
  const what = { colour: 'rose', note: 'the stamp', labels: [], ...extra } as const;
  return { kind: 'passage.region', documentId, rect: RECT, ...what };
}

function failureOfRun(command: LibraryCommand) {
  try {
    stack.run(command);
  } catch (error) {
    return failureOf(error);
  }
  return null;
}

describe('a region', () => {
  it('has a place and no words, and can be tied, undone and done again', () => {
    const [id] = stack.run(
      region({ labels: [{ kind: 'tag', id: null, name: 'stamp' }] }),
    ).passageIds;
    const [passage] = listPassages(library.database, documentId);
    expect(passage).toMatchObject({ id, quote: '', rects: [RECT], note: 'the stamp', tagIds: [1] });
    expect(passage?.start).toEqual({ page: 2, offset: 0 });
    expect(passage?.end).toEqual(passage?.start);
    expect(passage && isRegion(passage)).toBe(true);
    stack.undo();
    expect(listPassages(library.database, documentId)).toEqual([]);
    stack.redo();
    expect(listPassages(library.database, documentId)).toEqual([passage]);
  });

  it('may lie on another one', () => {
    stack.run(region());
    stack.run(region());
    expect(listPassages(library.database, documentId)).toHaveLength(2);
  });

  it('leaves the app as a place on its page', () => {
    stack.run(region());
    const excerpts = listAllExcerpts(library.database);
    expect(excerpts[0]).toMatchObject({ quote: '', region: RECT, pageLabel: '2' });
    expect(excerptsToCsv(excerpts)).toContain('"2 [x 90–390, y 501–660 pt]"');
    const markdown = excerptsToMarkdown(excerpts, createI18n('en'));
    expect(markdown).toContain('> *Area of the page*');
    expect(markdown).toContain('p. 2 \\[x 90–390, y 501–660 pt\\]');
  });

  it('is not taken for a passage whose words have moved', () => {
    stack.run(region());
    const report = verifyLibrary(library, openSearchIndex(library.database));
    expect(report.passages).toBe(1);
    expect(report.problems.filter(({ kind }) => kind === 'passage-moved')).toEqual([]);
  });

  it('needs a size, a page that is there, and paper', () => {
    const flat = { ...RECT, y2: RECT.y1 };
    expect(failureOfRun(region({ rect: flat }))).toEqual({ kind: 'invalid-request' });
    const beyond = { ...RECT, page: 3 };
    expect(failureOfRun(region({ rect: beyond }))).toMatchObject({ kind: 'not-found' });
    library.database.prepare("UPDATE source_document SET kind = 'text'").run();
    expect(failureOfRun(region())).toEqual({ kind: 'invalid-request' });
  });

  it('gets other bounds, which can be undone; a passage with words does not', () => {
    const [passageId = 0] = stack.run(region()).passageIds;
    const rect = { page: 1, x1: 10, y1: 20, x2: 30, y2: 40.25 };
    const get = () => listPassages(library.database, documentId)[0];
    stack.run({ kind: 'passage.region-bounds', passageId, rect });
    expect(get()).toMatchObject({
      rects: [rect],
      start: { page: 1, offset: 0 },
      note: 'the stamp',
    });
    stack.undo();
    expect(get()).toMatchObject({ rects: [RECT], start: { page: 2 } });
    const flat = { ...rect, x2: rect.x1 };
    const change = { kind: 'passage.region-bounds', passageId, rect } as const;
    expect(failureOfRun({ ...change, rect: flat })).toEqual({ kind: 'invalid-request' });
    const beyond = { ...rect, page: 3 };
    expect(failureOfRun({ ...change, rect: beyond })).toMatchObject({ kind: 'not-found' });
    const anchor = anchorOf(WORDS, 'stamp');
    const words = { kind: 'passage.create', documentId, anchor, colour: 'rose' } as const;
    const [withWords = 0] = stack.run({ ...words, note: '', labels: [] }).passageIds;
    expect(failureOfRun({ ...change, passageId: withWords })).toEqual({ kind: 'invalid-request' });
  });

  it('gets no words by other bounds', () => {
    const [passageId = 0] = stack.run(region()).passageIds;
    const anchor = anchorOf(WORDS, 'stamp');
    expect(failureOfRun({ kind: 'passage.bounds', passageId, anchor })).toEqual({
      kind: 'invalid-request',
    });
  });
});
