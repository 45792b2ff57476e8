/** Which words a change takes out of the library: they must leave its files too. */
import type { RowChange } from './row-journal.ts';

/** Columns without words of the person; every other text counts, also of columns to come. */
const WITHOUT_WORDS = new Set([
  'colour',
  'certainty',
  'reliability',
  'kind',
  'format',
  'state',
  'outcome',
  'rects',
  'sha256',
]);

/** Undone, changes went from after to before. */
export type Direction = 'undo' | 'redo';

export interface RemovedText {
  readonly text: string;
  /** Whether what stands in its place has it still, as when a note was typed on. */
  readonly isPartOfNew: boolean;
}

/** Texts that stood in a row before and do not now. */
export function removedTexts(changes: readonly RowChange[], direction: Direction): RemovedText[] {
  return changes.flatMap(({ before, after }) => {
    const [from, to] = direction === 'redo' ? [before, after] : [after, before];
    if (!from) return [];
    return Object.entries(from).flatMap(([column, cell]) => {
      const text = wordsOf(column, cell);
      const replacement = wordsOf(column, to?.[column] ?? null);
      if (text === '' || text === replacement) return [];
      return [{ text, isPartOfNew: replacement.includes(text) }];
    });
  });
}

/** Paths are bytes. */
function wordsOf(column: string, cell: unknown): string {
  if (column.endsWith('_at') || WITHOUT_WORDS.has(column)) return '';
  if (Buffer.isBuffer(cell)) return cell.toString('latin1');
  return typeof cell === 'string' ? cell : '';
}
