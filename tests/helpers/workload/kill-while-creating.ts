/** Makes a library in a process of its own and kills it in the middle. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CREATOR = fileURLToPath(new URL('creator.ts', import.meta.url));
/** From the first file to the last on a slow machine, in milliseconds. */
const FILES_MS = 150;

/**
 * @param moment 0 to 1: from when the keys are derived, which takes most of the time and touches no file.
 * @returns whether the library was acknowledged.
 */
export async function killWhileCreating(
  folder: string,
  passphrase: string,
  moment: number,
): Promise<boolean> {
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const child = spawn(process.execPath, [CREATOR, folder, passphrase], { stdio: [...stdio] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const watch = setInterval(() => {
    if (!hasKeys(folder)) return;
    clearInterval(watch);
    setTimeout(() => child.kill('SIGKILL'), moment * FILES_MS);
  }, 1);
  try {
    await once(child, 'close');
    return said.includes('made');
  } finally {
    clearInterval(watch);
  }
}

/** While it is made it has a longer name. */
function hasKeys(folder: string): boolean {
  const parent = dirname(folder);
  return readdirSync(parent)
    .filter((name) => name.startsWith(basename(folder)))
    .some((name) => existsSync(join(parent, name, 'keys.json')));
}
