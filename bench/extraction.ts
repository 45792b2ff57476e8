/**
 * Reads every PDF of the corpus beside the checkout and compares the characters without spaces with what two other
 * readers found there. `node bench/extraction.ts [reports|pdfjs] [--json]`; a line per file that is off or slow.
 */
import { existsSync, openSync, readFileSync, readSync, closeSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { nodePdfExtractor } from '../src/core/import/node-pdf-extractor.ts';

const CORPUS = join(import.meta.dirname, '../../shared/corpus');
const TOLERANCE = 0.02;
const set = process.argv[2] === 'pdfjs' ? 'pdfjs' : 'reports';

interface Row {
  readonly file: string;
  readonly poppler: number;
  readonly pdfjs: number;
}

function rows(): Row[] {
  const [head = '', ...lines] = readFileSync(join(CORPUS, 'extraction-peers.tsv'), 'utf8')
    .trimEnd()
    .split('\n');
  const names = head.split('\t');
  const at = (cells: string[], name: string): string => cells[names.indexOf(name)] ?? '';
  return lines
    .map((line) => line.split('\t'))
    .filter((cells) => cells[0] === set)
    .map((cells) => ({
      file: at(cells, 'file'),
      poppler: Number(at(cells, 'chars_nonspace')),
      pdfjs: Number(at(cells, 'pdfjs_chars')),
    }));
}

if (!existsSync(CORPUS)) {
  console.log('skipped: no corpus');
  process.exit(0);
}
const extractor = nodePdfExtractor();
const states: Record<string, number> = {};
let readable = 0;
let within = 0;
let pages = 0;
let slowest = 0;
const begun = performance.now();
for (const row of rows()) {
  const path = join(CORPUS, set, row.file);
  const handle = openSync(path, 'r');
  const started = performance.now();
  const result = await extractor.extract(
    {
      size: statSync(path).size,
      read(begin, end) {
        const bytes = new Uint8Array(end - begin);
        readSync(handle, bytes, 0, end - begin, begin);
        return bytes;
      },
    },
    new AbortController().signal,
  );
  closeSync(handle);
  const ms = Math.round(performance.now() - started);
  slowest = Math.max(slowest, ms);
  const state = result.kind === 'unreadable' ? result.reason : result.kind;
  states[state] = (states[state] ?? 0) + 1;
  if (result.kind !== 'extracted') {
    console.log(`${state}\t${ms} ms\t${row.file}`);
    continue;
  }
  pages += result.pdf.pages.length;
  const characters = result.pdf.pages.reduce(
    (sum, { text }) => sum + Array.from(text.replaceAll(/\s/gu, '')).length,
    0,
  );
  if (row.pdfjs < 100) continue;
  readable += 1;
  const off = Math.min(
    Math.abs(characters / row.pdfjs - 1),
    row.poppler > 0 ? Math.abs(characters / row.poppler - 1) : Infinity,
  );
  if (off <= TOLERANCE) within += 1;
  if (off > TOLERANCE || ms > 5_000) {
    console.log(
      `${(off * 100).toFixed(1)} %\t${ms} ms\t${row.file}\t${characters}\t${row.pdfjs}\t${row.poppler}`,
    );
  }
}
const seconds = (performance.now() - begun) / 1000;
console.log(
  JSON.stringify({
    set,
    states,
    readable,
    withinTwoPercent: within,
    pages,
    slowestMs: slowest,
    seconds: Math.round(seconds),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
