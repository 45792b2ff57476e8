/** The recovery sheet as text, to be printed. */
import type { RecoverySheet } from '../shared/domain/keys.ts';
import type { Terminal } from './terminal.ts';

const GROUPS_PER_LINE = 4;

export function sheetText({ words }: Terminal, sheet: RecoverySheet): string {
  const t = words.getFixedT(null, 'recovery');
  return [
    t('sheet-title').toUpperCase(),
    '',
    t('sheet-warning'),
    '',
    t('sheet-library', { name: sheet.libraryName }),
    t('sheet-id', { id: sheet.libraryId }),
    t('sheet-created', { date: dayOf(sheet.createdAt) }),
    t('sheet-key-made', { date: dayOf(sheet.keyMadeAt) }),
    '',
    t('sheet-key'),
    '',
    ...numberedLines(sheet.groups),
    '',
    t('sheet-elsewhere'),
    ...sheet.files.flatMap(({ file, commands }) => [
      '',
      `  ${file}`,
      ...commands.map((command) => `    ${command}`),
    ]),
  ].join('\n');
}

function numberedLines(groups: readonly string[]): string[] {
  const numbered = groups.map((group, index) => `${String(index + 1).padStart(4)} ${group}`);
  return Array.from({ length: Math.ceil(groups.length / GROUPS_PER_LINE) }, (_, line) =>
    numbered.slice(line * GROUPS_PER_LINE, (line + 1) * GROUPS_PER_LINE).join('  '),
  );
}

function dayOf(date: string): string {
  return date.slice(0, 10);
}
