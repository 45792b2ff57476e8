import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const resources = join(import.meta.dirname, '..', '..', 'resources');
const samples = join(resources, 'samples');

const manifest = z
  .array(
    z.strictObject({
      file: z.string(),
      title: z.string().min(1),
      language: z.enum(['en', 'ru', 'be']),
      kind: z.enum(['pdf', 'text']),
      genre: z.string().min(1),
      encoding: z.enum(['utf-8', 'windows-1251']).optional(),
      pages: z.int().positive(),
    }),
  )
  .parse(JSON.parse(readFileSync(join(samples, 'manifest.json'), 'utf8')));

const story = z
  .object({
    accounts: z.array(z.object({ file: z.string(), date: z.string().min(1) })),
    people: z.array(
      z.object({
        id: z.string(),
        spellings: z.array(
          z.object({ spelling: z.string(), in: z.record(z.string(), z.string().min(1)) }),
        ),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(resources, 'samples-src', 'story.json'), 'utf8')));

const texts = new Map(
  manifest.flatMap(({ file, encoding }) =>
    encoding === undefined
      ? []
      : [[file, iconv.decode(readFileSync(join(samples, file)), encoding)] as const],
  ),
);

const textOf = (file: string): string => {
  const text = texts.get(file);
  if (text === undefined) throw new Error(`${file} is not a text file of the manifest`);
  return text;
};

describe('the sample reports', () => {
  it('are the files of the manifest and no others', () => {
    const found = readdirSync(samples).filter((name) => /\.(pdf|txt)$/.test(name));
    expect(found.sort()).toEqual(manifest.map(({ file }) => file).sort());
    for (const { file, kind, encoding } of manifest) {
      expect(file.endsWith('.pdf') ? 'pdf' : 'text', file).toBe(kind);
      expect(encoding !== undefined, file).toBe(kind === 'text');
    }
  });

  const accounts = story.accounts.filter(({ file }) => file.endsWith('.txt'));
  it.each(accounts)('$file dates the night as the story key says', ({ file, date }) => {
    expect(textOf(file)).toContain(date);
  });

  const names = story.people.flatMap(({ id, spellings }) =>
    spellings.flatMap((spelling) =>
      Object.entries(spelling.in)
        .filter(([file]) => file.endsWith('.txt'))
        .map(([file, form]) => ({ id, file, form })),
    ),
  );
  it.each(names)('$file writes $id as $form', ({ file, form }) => {
    expect(textOf(file)).toContain(form);
  });

  it('say in every text file that they are invented', () => {
    for (const [file, text] of texts) expect(text, file).toContain('Kartoteka');
  });
});
