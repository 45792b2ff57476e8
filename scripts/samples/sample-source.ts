import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One sample report before typesetting: the fields of its front matter and what follows it. */
export interface SampleSource {
  /** Name of the produced file, e.g. `04-verdict.pdf`. */
  readonly file: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly body: string;
}

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n+/;

/** Reads one source; throws when the front matter is missing or a line of it has no colon. */
export function parseSampleSource(file: string, source: string): SampleSource {
  const match = FRONT_MATTER.exec(source);
  if (match?.[1] === undefined) throw new Error(`${file}: no front matter`);
  const fields = new Map<string, string>();
  for (const line of match[1].split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 1) throw new Error(`${file}: not a field: ${line}`);
    fields.set(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  return { file, fields, body: source.slice(match[0].length) };
}

/** Every source of one folder, in the order of the file names, with `.md` replaced by `ending`. */
export function readSampleSources(folder: string, ending: '.pdf' | '.txt'): SampleSource[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) =>
      parseSampleSource(name.replace(/\.md$/, ending), readFileSync(join(folder, name), 'utf8')),
    );
}

/** A field that must be there; throws with the name of the file otherwise. */
export function field(source: SampleSource, name: string): string {
  const value = source.fields.get(name);
  if (value === undefined) throw new Error(`${source.file}: field "${name}" is missing`);
  return value;
}
