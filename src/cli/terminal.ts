/** Where verbs print: sentences for people, or JSON lines for programs. */
import type { i18n } from 'i18next';

export interface Terminal {
  readonly words: i18n;
  /** Prints the object as one JSON line with `--json`, else the text. */
  result(value: object, text: string): void;
  /** Prints a line for people; nothing with `--json`. */
  line(text: string): void;
  /** Prints to standard error: a sentence, or {error, message} with `--json`. */
  error(kind: string, message: string): void;
  /** Likewise, {warning, message}: something to know, and no reason to stop. */
  warning(kind: string, message: string): void;
}

export function createTerminal(words: i18n, json: boolean): Terminal {
  return {
    words,
    result(value, text) {
      process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${text}\n`);
    },
    line(text) {
      if (!json) process.stdout.write(`${text}\n`);
    },
    error(kind, message) {
      process.stderr.write(json ? `${JSON.stringify({ error: kind, message })}\n` : `${message}\n`);
    },
    warning(kind, message) {
      process.stderr.write(
        json ? `${JSON.stringify({ warning: kind, message })}\n` : `${message}\n`,
      );
    },
  };
}
