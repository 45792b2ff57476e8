/** A stretch of text in one style. `note` is the footnote that this run is the mark of. */
export interface Run {
  readonly text: string;
  readonly style: 'plain' | 'italic' | 'bold';
  readonly note?: string;
}

const TOKEN = /\*\*(.+?)\*\*|\*(.+?)\*|\[\^(\w+)\]/g;

/** Splits a line of source into runs: `**bold**`, `*italic*`, `[^1]` and `\-` for a soft hyphen. */
export function parseRuns(source: string): Run[] {
  const line = source.replaceAll('\\-', '\u00ad');
  const runs: Run[] = [];
  let from = 0;
  for (const match of line.matchAll(TOKEN)) {
    if (match.index > from) runs.push({ text: line.slice(from, match.index), style: 'plain' });
    const [whole, bold, italic, note] = match;
    if (bold !== undefined) runs.push({ text: bold, style: 'bold' });
    if (italic !== undefined) runs.push({ text: italic, style: 'italic' });
    if (note !== undefined) runs.push({ text: note, style: 'plain', note });
    from = match.index + whole.length;
  }
  if (from < line.length) runs.push({ text: line.slice(from), style: 'plain' });
  return runs;
}

/** The plain words of some runs, without footnote marks: for outlines and contents. */
export function plainText(runs: readonly Run[]): string {
  return runs
    .filter((run) => run.note === undefined)
    .map((run) => run.text.replaceAll('\u00ad', ''))
    .join('')
    .replace(/ +/g, ' ');
}
