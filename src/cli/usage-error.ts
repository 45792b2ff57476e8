import type cli from '../shared/i18n/en/cli.json';

/** The command was called in a way that cannot mean anything. */
export class UsageError extends Error {
  readonly key: keyof typeof cli;
  readonly values: Record<string, string | number>;
  constructor(key: keyof typeof cli, values: Record<string, string | number> = {}) {
    super(key);
    this.name = 'UsageError';
    this.key = key;
    this.values = values;
  }
}
