/** The order of the page «What Kartoteka protects»; its words are `protects.*` in i18n, and docs/ has the same ones. */

export const IN_DANGER = ['now-lock', 'now-power', 'now-erase'] as const;

export const PROTECTED = [
  'yes-disk',
  'yes-network',
  'yes-hostile',
  'yes-traces',
  'yes-crash',
] as const;

/** Each limit has its name, what happens (`…-text`) and what can be done about it (`…-do`). */
export const LIMITS = [
  { group: 'no-disk-group', limits: ['existence', 'remnants'] },
  { group: 'no-open-group', limits: ['memory', 'swap', 'keylogger', 'screen'] },
  { group: 'no-others-group', limits: ['dialogs', 'input', 'clipboard', 'dumps'] },
  { group: 'no-outside-group', limits: ['originals', 'backups', 'exports'] },
  { group: 'no-people-group', limits: ['coercion', 'erase', 'loss'] },
] as const;
