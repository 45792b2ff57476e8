/** From every kind of damage: what lies off the damaged pages is saved, and the damaged library is not touched. */
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ARGON_FLOOR } from '../../../../src/core/library/keys/argon-cost.ts';
import { openLibrary, type OpenLibrary } from '../../../../src/core/library/library.ts';
import {
  rescueLibrary,
  type RescueOptions,
} from '../../../../src/core/library/rescue/rescue-library.ts';
import type { RescueSecret } from '../../../../src/core/library/rescue/unlock-damaged.ts';
import { verifyLibrary } from '../../../../src/core/library/verify-library.ts';
import { openSearchIndex } from '../../../../src/core/search/open-search-index.ts';
import type { RescueReport } from '../../../../src/shared/domain/rescue.ts';
import { failureOf } from '../../../../src/shared/failure.ts';
import { recoveryGroups } from '../../../../src/shared/recovery/recovery-key.ts';
import {
  cutInHalf,
  cutOff,
  empty,
  flipBit,
  PAGE,
  pagesOf,
  zeroPage,
} from '../../../helpers/damage.ts';
import { SeededRandom } from '../../../helpers/invented-words.ts';
import { readRows, type Rows } from '../../../helpers/library-rows.ts';
import { mapPages, type PageMap } from '../../../helpers/page-map.ts';
import { PASSPHRASE, temporaryFolder } from '../../../helpers/temporary-library.ts';
import {
  fillLibrary,
  fingerprint,
  openUnlocked,
  openWith,
  type FilledLibrary,
} from '../../../helpers/whole-library.ts';

const DOCUMENTS = 18;
const BY_PASSPHRASE: RescueSecret = { kind: 'passphrase', passphrase: PASSPHRASE };
const WORDS: RescueOptions = {
  name: 'Rescued',
  nameOf: (noun, id) => `Rescued ${noun} ${id}`,
};

let filled: FilledLibrary;
let before: Rows;
let map: PageMap;
beforeAll(async () => {
  filled = await fillLibrary({ documents: DOCUMENTS, pagesEach: 8 });
  return () => filled.remove();
});
beforeAll(async () => {
  const parent = mkdtempSync(join(tmpdir(), 'kartoteka-rows-'));
  const folder = filled.copyInto(parent);
  map = await mapPages(join(folder, 'library.db'), filled.unlocked().keys.database);
  const library = openUnlocked(folder, filled.unlocked());
  before = readRows(library.database);
  library.close();
  rmSync(parent, { recursive: true });
});

interface Rescued {
  readonly report: RescueReport;
  readonly library: OpenLibrary;
  readonly rows: Rows;
}

/** Rescues, looks that the damaged folder is as it was, and opens the new library as anybody would. */
async function rescue(
  damaged: string,
  secret = BY_PASSPHRASE,
  passphrase = PASSPHRASE,
): Promise<Rescued> {
  const found = fingerprint(damaged);
  const target = join(temporaryFolder(), 'Rescued.kartoteka');
  const report = await rescueLibrary(damaged, target, secret, WORDS);
  expect(fingerprint(damaged)).toEqual(found);
  expect(report.counts.page).toHaveProperty('saved');
  const library = await openLibrary(target, passphrase);
  onTestFinished(() => library.close());
  const search = openSearchIndex(library.database);
  while (search.maintain(1_000));
  const problems = verifyLibrary(library, search).problems.map(({ kind }) => kind);
  for (const kind of ['database', 'originals', 'original-changed', 'index']) {
    expect(problems).not.toContain(kind);
  }
  return { report, library, rows: readRows(library.database) };
}

/** Share of the rows off these pages that are there as they were. */
function savedShare(rows: Rows, damaged: Iterable<number>): number {
  const onDamaged = map.rowsOn(new Set(damaged));
  const others = [...before].filter(([row]) => !onDamaged.has(row));
  expect(others.length).toBeGreaterThan(150);
  return others.filter(([row, content]) => rows.get(row) === content).length / others.length;
}

/** Pages that differ from page 1, drawn with a fixed seed. */
function somePages(folder: string, file: string, count: number): number[] {
  const random = new SeededRandom(11);
  const pages = new Set<number>();
  while (pages.size < count) pages.add(2 + random.below(pagesOf(folder, file) - 1));
  return [...pages];
}

describe('a rescue', () => {
  it('of a sound library saves everything', async () => {
    const { report, rows } = await rescue(filled.copy());
    expect(rows).toEqual(before);
    expect(report.damagedPages).toBe(0);
    for (const { doubtful, lost } of Object.values(report.counts)) {
      expect([doubtful, lost]).toEqual([0, 0]);
    }
    expect(report.counts.original.saved).toBe(DOCUMENTS);
  });

  it('of a library with flipped bits saves the rows around them, and names those beside them', async () => {
    const folder = filled.copy();
    const pages = somePages(folder, 'library.db', 12);
    for (const page of pages) flipBit(folder, 'library.db', (page - 1) * PAGE + 1700);
    const { report, rows } = await rescue(folder);
    expect(report.damagedPages).toBe(pages.length);
    expect(savedShare(rows, pages)).toBeGreaterThanOrEqual(0.99);
    const known = new Set(
      report.doubtful.passage
        .map((id) => `passage ${id}`)
        .concat(
          report.doubtful.page.map((id) => `page ${id}`),
          report.doubtful.document.map((id) => `source_document ${id}`),
        ),
    );
    for (const [row, content] of before) {
      if (!/^(passage|page|source_document) /.test(row)) continue;
      const found = rows.get(row);
      if (found !== undefined && found !== content) expect(known).toContain(row);
    }
  });

  it('of a library with pages of zeros saves the rows on the others', async () => {
    const folder = filled.copy();
    const pages = somePages(folder, 'library.db', 12);
    for (const page of pages) zeroPage(folder, 'library.db', page);
    const { report, rows } = await rescue(folder);
    expect(savedShare(rows, pages)).toBeGreaterThanOrEqual(0.99);
    const lost = Object.values(report.counts).reduce((sum, count) => sum + count.lost, 0);
    expect(lost).toBeGreaterThan(0);
  });

  it('finds the rows that no page leads to any more', async () => {
    const folder = filled.copy();
    expect(map.interiors.length).toBeGreaterThan(1);
    for (const page of map.interiors) zeroPage(folder, 'library.db', page);
    const { rows } = await rescue(folder);
    expect(savedShare(rows, map.interiors)).toBeGreaterThanOrEqual(0.99);
  });

  it('needs neither page 1 nor its salt', async () => {
    const folder = filled.copy();
    zeroPage(folder, 'library.db', 1);
    zeroPage(folder, 'originals.db', 1);
    const { report, rows } = await rescue(folder);
    expect(savedShare(rows, [1])).toBeGreaterThanOrEqual(0.99);
    // Nothing can be checked without the salt, and the report says so.
    expect(report.counts.document).toEqual({ saved: DOCUMENTS, doubtful: DOCUMENTS, lost: 0 });
    expect(report.counts.original.saved).toBe(DOCUMENTS);
  });

  it('of half a library saves that half', async () => {
    const folder = filled.copy();
    const pages = pagesOf(folder, 'library.db');
    cutInHalf(folder, 'library.db');
    cutOff(folder, 'library.db', 1000);
    const { rows } = await rescue(folder);
    const lost = Array.from({ length: Math.ceil(pages / 2) + 1 }, (_, index) => pages - index);
    const onLost = map.rowsOn(new Set(lost));
    const others = [...before].filter(
      ([row]) => /^(source_document|page|passage) /.test(row) && !onLost.has(row),
    );
    expect(others.length).toBeGreaterThan(40);
    const saved = others.filter(([row, content]) => rows.get(row) === content);
    expect(saved.length / others.length).toBeGreaterThanOrEqual(0.99);
  });

  it('lets pages and passages of a lost document stand under another title', async () => {
    const folder = filled.copy();
    const leaves = map.leaves('source_document');
    for (const page of leaves) zeroPage(folder, 'library.db', page);
    const { report, library, rows } = await rescue(folder);
    expect(savedShare(rows, leaves)).toBeGreaterThanOrEqual(0.99);
    const documents = library.database
      .prepare<[], { id: number; title: string; pages: number }>(
        'SELECT id, title, pages FROM source_document ORDER BY id',
      )
      .all();
    expect(documents).toHaveLength(DOCUMENTS);
    expect(documents[0]).toEqual({ id: 1, title: 'Rescued document 1', pages: 8 });
    expect(report.counts.document).toMatchObject({ saved: 0, doubtful: DOCUMENTS });
  });

  it(
    'of a library that was not closed takes what is in its log, as far as the log is whole',
    { timeout: 60_000 },
    async () => {
      const whole = await rescue(filled.copyUnclosed());
      expect(whole.rows).toEqual(before);
      const folder = filled.copyUnclosed();
      flipBit(folder, 'library.db-wal', 32 + 24 + PAGE + 24 + 700);
      const { rows } = await rescue(folder);
      const missing = [...before.keys()].filter((row) => !rows.has(row));
      // The newest document is in the log.
      expect(
        missing.every((row) => !row.startsWith('source_document') || row.endsWith(` ${DOCUMENTS}`)),
      ).toBe(true);
      expect(rows.size).toBeGreaterThan(before.size * 0.85);
    },
  );

  it('of damaged originals saves the files that are whole, and names the documents of the others', async () => {
    const folder = filled.copy();
    const handle = openSync(join(folder, 'originals.db'), 'r+');
    const page = Math.floor(pagesOf(folder, 'originals.db') / 2);
    writeSync(handle, Buffer.alloc(PAGE * 3), 0, PAGE * 3, page * PAGE);
    closeSync(handle);
    const { report, library, rows } = await rescue(folder);
    expect(rows).toEqual(before);
    expect(report.withoutOriginal.length).toBeGreaterThan(0);
    expect(report.withoutOriginal.length).toBeLessThanOrEqual(2);
    expect(report.counts.original).toMatchObject({
      saved: DOCUMENTS - report.withoutOriginal.length,
      lost: report.withoutOriginal.length,
    });
    const problems = verifyLibrary(library, openSearchIndex(library.database)).problems;
    expect(problems).toEqual(
      report.withoutOriginal.map((id) => ({ kind: 'original-missing', id })),
    );
  });

  it.each([
    ['missing', (folder: string) => rmSync(join(folder, 'originals.db'))],
    ['empty', (folder: string) => empty(folder, 'originals.db')],
  ])('without originals (%s) saves all texts and notes', async (_name, damage) => {
    const folder = filled.copy();
    damage(folder);
    const { report, rows } = await rescue(folder);
    expect(rows).toEqual(before);
    expect(report.withoutOriginal).toHaveLength(DOCUMENTS);
  });

  it('opens with the recovery key when the keys are gone, too', async () => {
    const folder = filled.copy();
    for (const name of readdirSync(folder)) if (name.startsWith('keys')) rmSync(join(folder, name));
    zeroPage(folder, 'library.db', 1);
    const newPassphrase = 'copper lantern under seven quiet hills';
    const recoveryKey = recoveryGroups(filled.unlocked().keys.database).join(' ');
    const { rows, library } = await rescue(
      folder,
      { kind: 'recovery-key', recoveryKey, newPassphrase, cost: ARGON_FLOOR },
      newPassphrase,
    );
    expect(rows).toEqual(before);
    expect(library.id).toBe(filled.unlocked().keys.libraryId);
  });
});

describe('a rescue is refused, and leaves nothing behind,', () => {
  async function refusal(folder: string, target: string, secret = BY_PASSPHRASE): Promise<string> {
    try {
      await rescueLibrary(folder, target, secret, WORDS);
      return 'none';
    } catch (error) {
      return failureOf(error).kind;
    }
  }

  it('with a wrong passphrase, into a folder that is there, and when nothing is left', async () => {
    const folder = filled.copy();
    const parent = temporaryFolder();
    const target = join(parent, 'Rescued.kartoteka');
    const wrong = { kind: 'passphrase', passphrase: 'some other words' } as const;
    expect(await refusal(folder, target, wrong)).toBe('wrong-passphrase');
    expect(await refusal(folder, folder)).toBe('library-exists');
    expect(await refusal(folder, join(folder, 'Inside.kartoteka'))).toBe('library-exists');
    for (const file of ['library.db', 'originals.db']) {
      writeFileSync(join(folder, file), 'No words of ours. '.repeat(5_000));
    }
    expect(await refusal(folder, target)).toBe('nothing-to-rescue');
    expect(readdirSync(parent)).toEqual([]);
  });

  it('when it is cancelled', async () => {
    const parent = temporaryFolder();
    const abort = new AbortController();
    const rescuing = rescueLibrary(filled.copy(), join(parent, 'R.kartoteka'), BY_PASSPHRASE, {
      ...WORDS,
      signal: abort.signal,
      onProgress: () => abort.abort(),
    });
    await expect(rescuing).rejects.toThrow('cancelled');
    expect(readdirSync(parent)).toEqual([]);
  });

  it('while the library is open', async () => {
    const folder = filled.copy();
    openWith(folder, filled.unlocked());
    expect(await refusal(folder, join(temporaryFolder(), 'R.kartoteka'))).toBe('library-in-use');
  });
});
