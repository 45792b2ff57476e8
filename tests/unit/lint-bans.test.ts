/** The lint rules that keep a database from leaving its encryption really fire, whatever way the words are written. */
import { ESLint, Linter } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import tseslint from 'typescript-eslint';

/** One file of each part that has rules of its own. */
const FILES = [
  'src/core/library/library.ts',
  'src/cli/main.ts',
  'src/main/session.ts',
  'src/shared/failure.ts',
  'src/renderer/api.ts',
];
const CONNECTION = 'src/core/library/connection.ts';

type Rules = Linter.RulesRecord;
const rulesOf = new Map<string, Rules>();

beforeAll(async () => {
  const eslint = new ESLint();
  for (const file of [...FILES, CONNECTION]) {
    const config = (await eslint.calculateConfigForFile(file)) as { rules: Rules };
    const rule = config.rules['no-restricted-syntax'];
    rulesOf.set(file, rule === undefined ? {} : { 'no-restricted-syntax': rule });
  }
}, 60_000);

function isRefused(code: string, file: string): boolean {
  const messages = new Linter().verify(code, {
    languageOptions: { parser: tseslint.parser },
    rules: rulesOf.get(file) ?? {},
  });
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return messages.length > 0;
}

const BANNED = [
  'database.serialize();',
  'database["serialize"]();',
  'database.backup(path);',
  "database['backup'](path);",
  'database.loadExtension(path);',
  "database.exec('ATTACH other');",
  "database.exec('attach database ? as other');",
  'database.exec(`ATTACH ${path} AS other`);',
  "database.exec('SELECT 1; attach ?');",
  'database.pragma(\'rekey=""\');',
  'database.pragma(`rekey=${key}`);',
  "database.pragma('REKEY');",
  "database.pragma('hexrekey=00');",
  "database.pragma('hexkey=00');",
  "database.pragma('textkey=x');",
];

describe.each(BANNED)('%s', (code) => {
  it('is refused in every part', () => {
    expect([...FILES, CONNECTION].filter((file) => !isRefused(code, file))).toEqual([]);
  });
});

it('only connection.ts gives a file another key', () => {
  for (const code of ['database.rekey(notation);', "database['rekey'](notation);"]) {
    expect(FILES.filter((file) => !isRefused(code, file))).toEqual([]);
  }
  expect(isRefused('database.rekey(notation);', CONNECTION)).toBe(false);
});

it('says nothing about words that only look alike', () => {
  for (const code of [
    "contents.on('will-attach-webview', stop);",
    "database.exec('VACUUM INTO ?');",
  ]) {
    for (const file of FILES) expect(isRefused(code, file)).toBe(false);
  }
});
