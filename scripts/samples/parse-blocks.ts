import { parseRuns, type Run } from './inline-runs.ts';

export type ParagraphStyle =
  | 'body'
  | 'right'
  | 'center'
  | 'small'
  | 'lead'
  | 'quote'
  | 'masthead'
  | 'meta'
  | 'byline'
  | 'split'
  | 'caption';

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly runs: Run[] }
  | { readonly kind: 'paragraph'; readonly style: ParagraphStyle; readonly lines: Run[][] }
  | { readonly kind: 'item'; readonly marker: string; readonly runs: Run[] }
  | { readonly kind: 'table'; readonly rows: Run[][][]; readonly aligns: ('left' | 'right')[] }
  | { readonly kind: 'columns'; readonly count: number; readonly blocks: Block[] }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space' }
  | { readonly kind: 'pageBreak' }
  | { readonly kind: 'contents' };

export interface ParsedBody {
  readonly blocks: Block[];
  readonly notes: ReadonlyMap<string, Run[]>;
}

const STYLES: readonly ParagraphStyle[] = [
  'right',
  'center',
  'small',
  'lead',
  'quote',
  'masthead',
  'meta',
  'byline',
  'split',
  'caption',
];

function cells(line: string): string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

function table(lines: string[]): Block {
  const [head = '', ruler = '', ...rest] = lines;
  return {
    kind: 'table',
    aligns: cells(ruler).map((cell) => (cell.endsWith(':') ? 'right' : 'left')),
    rows: [head, ...rest].map((line) => cells(line).map(parseRuns)),
  };
}

function paragraph(chunk: string): Block {
  const styled = /^\{\.(\w+)\}\s*/.exec(chunk);
  const style = STYLES.find((name) => name === styled?.[1]);
  if (styled !== null && style === undefined) throw new Error(`unknown style ${styled[0]}`);
  const text = styled === null ? chunk : chunk.slice(styled[0].length);
  const lines = text.split(/\\\n/).map((line) => parseRuns(line.replaceAll('\n', ' ')));
  return { kind: 'paragraph', style: style ?? 'body', lines };
}

function block(chunk: string): Block {
  if (chunk === '---') return { kind: 'rule' };
  if (chunk === '{space}') return { kind: 'space' };
  if (chunk === '{page}') return { kind: 'pageBreak' };
  if (chunk === '{contents}') return { kind: 'contents' };
  if (chunk.startsWith('|')) return table(chunk.split('\n'));
  const heading = /^(#{1,2}) (.+)$/s.exec(chunk);
  if (heading?.[2] !== undefined) {
    return { kind: 'heading', level: heading[1] === '#' ? 1 : 2, runs: parseRuns(heading[2]) };
  }
  const item = /^(-|\d+\.|\(\w\)) +(.+)$/s.exec(chunk);
  if (item?.[1] !== undefined && item[2] !== undefined) {
    const marker = item[1] === '-' ? '\u2022' : item[1];
    return { kind: 'item', marker, runs: parseRuns(item[2].replace(/\n\s*/g, ' ')) };
  }
  return paragraph(chunk);
}

/** Reads the light markup of the PDF sources: blank lines part the blocks, `{columns 2}` … `{/columns}`. */
export function parseBody(body: string): ParsedBody {
  const top: Block[] = [];
  const notes = new Map<string, Run[]>();
  let into = top;
  for (const chunk of body.trim().split(/\n{2,}/)) {
    const columns = /^\{columns (\d)\}$/.exec(chunk);
    const note = /^\[\^(\w+)\]: (.+)$/s.exec(chunk);
    if (columns?.[1] !== undefined) {
      into = [];
      top.push({ kind: 'columns', count: Number(columns[1]), blocks: into });
    } else if (chunk === '{/columns}') {
      into = top;
    } else if (note?.[1] !== undefined && note[2] !== undefined) {
      notes.set(note[1], parseRuns(note[2].replaceAll('\n', ' ')));
    } else {
      into.push(block(chunk));
    }
  }
  return { blocks: top, notes };
}
