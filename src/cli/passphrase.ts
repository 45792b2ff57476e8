/** Getting the passphrase: from a file, or from the terminal without showing it. Never from an argument. */
import { readFileSync } from 'node:fs';
import { UsageError } from './usage-error.ts';

/** The first line of the file, or what is typed. @throws UsageError when there is neither. */
export async function readPassphrase(file: string | undefined, prompt: string): Promise<string> {
  if (file === undefined) return askHidden(prompt);
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError('passphrase-file-unreadable');
  }
  const line = content.replace(/^\uFEFF/u, '').split(/\r?\n/u, 1)[0] ?? '';
  if (line === '') throw new UsageError('passphrase-file-unreadable');
  return line;
}

const ENTER = new Set(['\r', '\n']);
const INTERRUPT = '\u0003';
const END_OF_INPUT = '\u0004';
const ERASE = new Set(['\u007F', '\b']);
/** Exit status of a program ended by Ctrl+C. */
const INTERRUPTED = 130;

async function askHidden(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) throw new UsageError('no-terminal');
  stderr.write(prompt);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  const typed: string[] = [];
  try {
    for await (const chunk of stdin.iterator({ destroyOnReturn: false })) {
      for (const character of String(chunk)) {
        if (ENTER.has(character) || character === END_OF_INPUT) return typed.join('');
        if (character === INTERRUPT) process.exit(INTERRUPTED);
        if (ERASE.has(character)) typed.pop();
        else typed.push(character);
      }
    }
    return typed.join('');
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write('\n');
  }
}
