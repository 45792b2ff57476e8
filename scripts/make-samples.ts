// Makes resources/samples/ from resources/samples-src/: the PDFs, the text files and the manifest.
//   node scripts/make-samples.ts                 write them
//   node scripts/make-samples.ts --check         write nothing; exit 1 when a committed file differs
//   node scripts/make-samples.ts --fonts FOLDER  take the Noto fonts from another folder
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { readFonts } from './samples/faces.ts';
import { makePdf } from './samples/make-pdf.ts';
import { makeText, textEncoding } from './samples/make-text.ts';
import { field, readSampleSources } from './samples/sample-source.ts';

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    // Where Debian's package fonts-noto-core puts them.
    fonts: { type: 'string', default: '/usr/share/fonts/truetype/noto' },
  },
});

const resources = join(import.meta.dirname, '..', 'resources');
const target = join(resources, 'samples');
const made = new Map<string, Uint8Array>();
const manifest: object[] = [];

const fonts = readFonts(values.fonts);
for (const source of readSampleSources(join(resources, 'samples-src', 'pdf'), '.pdf')) {
  const { bytes, pages } = await makePdf(source, fonts);
  made.set(source.file, bytes);
  const [title, language, genre] = ['title', 'language', 'genre'].map((name) =>
    field(source, name),
  );
  manifest.push({ file: source.file, title, language, kind: 'pdf', genre, pages });
}
for (const source of readSampleSources(join(resources, 'samples-src', 'text'), '.txt')) {
  made.set(source.file, makeText(source));
  const [title, language, genre] = ['title', 'language', 'genre'].map((name) =>
    field(source, name),
  );
  const encoding = textEncoding(source);
  manifest.push({ file: source.file, title, language, kind: 'text', genre, encoding, pages: 1 });
}
const byFile = (entry: object): string => ('file' in entry ? String(entry.file) : '');
manifest.sort((a, b) => byFile(a).localeCompare(byFile(b), 'en'));
const json = await format(JSON.stringify(manifest), { parser: 'json', printWidth: 100 });
made.set('manifest.json', Buffer.from(json, 'utf8'));

if (fonts.otherVersions.length > 0) {
  console.warn(`Other versions than the committed ones: ${fonts.otherVersions.join(', ')}`);
}
let differing = 0;
mkdirSync(target, { recursive: true });
for (const [file, bytes] of [...made].sort(([a], [b]) => a.localeCompare(b, 'en'))) {
  const path = join(target, file);
  const same = existsSync(path) && Buffer.compare(readFileSync(path), bytes) === 0;
  if (!same) differing += 1;
  if (!same && !values.check) writeFileSync(path, bytes);
  console.log(
    `${same ? 'same   ' : values.check ? 'DIFFERS' : 'written'}  ${file}  ${bytes.length}`,
  );
}
if (values.check && differing > 0) process.exitCode = 1;
