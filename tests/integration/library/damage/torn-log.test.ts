/** A log whose last transaction did not get to the disk: nobody was told that it was saved, and all before it is there. */
import { cpSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { listLabels } from '../../../../src/core/library/queries/label.ts';
import { PAGE } from '../../../helpers/damage.ts';
import { temporaryFolder } from '../../../helpers/temporary-library.ts';
import { fillLibrary, openWith, type FilledLibrary } from '../../../helpers/whole-library.ts';

const FRAME = 24 + PAGE;

let filled: FilledLibrary;
beforeAll(async () => {
  filled = await fillLibrary({ documents: 6, pagesEach: 2 });
  return () => filled.remove();
});

/** A library as a power cut leaves it, after two commands that each took one transaction. */
function cutOffInTheMiddle(): { folder: string; log: string; beforeLast: number } {
  const library = openWith(filled.copy(), filled.unlocked());
  const insert = library.database.prepare(
    `INSERT INTO case_file (title, folded_title, used_at) VALUES (?, ?, '2026-03-01')`,
  );
  insert.run('First', 'first');
  const beforeLast = statSync(join(library.folder, 'library.db-wal')).size;
  insert.run('Last', 'last');
  const folder = join(temporaryFolder(), 'Copy.kartoteka');
  cpSync(library.folder, folder, { recursive: true });
  library.close();
  return { folder, log: join(folder, 'library.db-wal'), beforeLast };
}

function casesIn(folder: string): string[] {
  const library = openWith(folder, filled.unlocked());
  expect(library.access.readOnly).toBe(false);
  expect(library.database.pragma('integrity_check', { simple: true })).toBe('ok');
  return listLabels(library.database).cases.map(({ title }) => title);
}

it.each<[string, (log: string, beforeLast: number) => void]>([
  ['its end is missing', (log) => truncateSync(log, statSync(log).size - 1000)],
  ['nothing of it is there', (log, beforeLast) => truncateSync(log, beforeLast)],
  ['only its begin is there', (log, beforeLast) => truncateSync(log, beforeLast + 10)],
  [
    'a page of it is zeros',
    (log) => {
      const bytes = readFileSync(log);
      bytes.fill(0, bytes.length - FRAME + 24);
      writeFileSync(log, bytes);
    },
  ],
])('%s', (_name, damage) => {
  const { folder, log, beforeLast } = cutOffInTheMiddle();
  expect(statSync(log).size).toBeGreaterThan(beforeLast);
  damage(log, beforeLast);
  const cases = casesIn(folder);
  expect(cases).toContain('First');
  expect(cases).not.toContain('Last');
});

it('is all there when it is whole', () => {
  expect(casesIn(cutOffInTheMiddle().folder)).toEqual(expect.arrayContaining(['First', 'Last']));
});
