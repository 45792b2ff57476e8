/** Reading the arguments of a verb. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { UsageError } from './usage-error.ts';

export const COMMON_OPTIONS = {
  json: { type: 'boolean' },
  'passphrase-file': { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

/** @throws UsageError for an option that is not known or has no value. */
export function parse<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...COMMON_OPTIONS, ...options },
      allowPositionals: true,
    });
  } catch (error) {
    const option = error instanceof Error ? /'([^' ]+)/u.exec(error.message)?.[1] : undefined;
    throw new UsageError('unknown-option', { option: option ?? '?' });
  }
}

/** @throws UsageError when the value is not there. */
export function required(value: string | undefined, what: string): string {
  if (value === undefined || value === '') throw new UsageError('missing', { what });
  return value;
}

/** A whole number from 1. @throws UsageError otherwise. */
export function wholeNumber(value: string, option: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) throw new UsageError('not-a-number', { option });
  return number;
}
