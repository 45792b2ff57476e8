/**
 * The words of the program. One namespace per feature (`en/<feature>.json`); every key is checked by the compiler.
 * Used by the interface, the menus and the command line alike.
 */
import i18next, { type i18n } from 'i18next';
import type { Failure } from '../failure.ts';
import type { RecoveryKeyProblem } from '../recovery/read-recovery-key.ts';
import actions from './en/actions.json' with { type: 'json' };
import backup from './en/backup.json' with { type: 'json' };
import cli from './en/cli.json' with { type: 'json' };
import commands from './en/commands.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
import excerpts from './en/excerpts.json' with { type: 'json' };
import exports from './en/exports.json' with { type: 'json' };
import failures from './en/failures.json' with { type: 'json' };
import jobs from './en/jobs.json' with { type: 'json' };
import labels from './en/labels.json' with { type: 'json' };
import library from './en/library.json' with { type: 'json' };
import menu from './en/menu.json' with { type: 'json' };
import nouns from './en/nouns.json' with { type: 'json' };
import palette from './en/palette.json' with { type: 'json' };
import protects from './en/protects.json' with { type: 'json' };
import reader from './en/reader.json' with { type: 'json' };
import recovery from './en/recovery.json' with { type: 'json' };
import rescue from './en/rescue.json' with { type: 'json' };
import search from './en/search.json' with { type: 'json' };
import session from './en/session.json' with { type: 'json' };
import status from './en/status.json' with { type: 'json' };
import unreadable from './en/unreadable.json' with { type: 'json' };
import vault from './en/vault.json' with { type: 'json' };

export const english = {
  actions,
  backup,
  cli,
  commands,
  common,
  excerpts,
  exports,
  failures,
  jobs,
  labels,
  library,
  menu,
  nouns,
  palette,
  protects,
  reader,
  recovery,
  rescue,
  search,
  session,
  status,
  unreadable,
  vault,
} as const;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof english;
    /** Keys hold dots themselves (`library.lock`), so nesting is not used. */
    keySeparator: false;
  }
}

/** A ready instance; React escapes by itself, and the command line prints plain text. */
export function createI18n(language = 'en'): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'common',
    ns: Object.keys(english),
    resources: { en: english },
    keySeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

/** The sentence a person reads for a failure. */
export function failureText(i18n: i18n, failure: Failure): string {
  const t = i18n.getFixedT(null, 'failures');
  switch (failure.kind) {
    case 'not-found':
    case 'name-taken':
      return t(failure.kind, { noun: i18n.t(failure.noun, { ns: 'nouns' }) });
    case 'library-damaged':
      return t(`library-damaged-${failure.part}`);
    case 'recovery-key-mistyped':
      return t(failure.kind, { problem: recoveryProblemText(i18n, failure.problem) });
    case 'not-enough-space':
      return t(failure.kind, { size: megabytes(failure.neededBytes) });
    case 'library-read-only':
      return t(`library-read-only-${failure.reason}`);
    case 'backup-not-written':
      return t(`backup-not-written-${failure.reason}`);
    case 'invalid-date':
      return t(failure.kind, { value: failure.value });
    case 'passages-not-placed':
      return t(failure.kind, { count: failure.count });
    case 'internal':
      return t(failure.kind, { reference: failure.reference });
    default:
      return t(failure.kind);
  }
}

/** What is wrong with a typed recovery key; null is one that is not finished. */
export function recoveryProblemText(i18n: i18n, problem: RecoveryKeyProblem | null): string {
  const t = i18n.getFixedT(null, 'recovery');
  if (problem === null) return t('unfinished');
  switch (problem.kind) {
    case 'group-wrong':
    case 'group-missing':
      return t(problem.kind, { group: problem.group });
    case 'groups-swapped':
      return t(problem.kind, { group: problem.group, other: problem.other });
    case 'character-unknown':
      return t(problem.kind, { group: problem.group, character: problem.character });
    default:
      return t(problem.kind);
  }
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}
