/** After a library is closed its keys and passphrases are nowhere in the memory of the process that had it open. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ARGON_FLOOR } from '../../../src/core/library/keys/argon-cost.ts';
import { createLibrary } from '../../../src/core/library/library.ts';
import { findInMemory } from '../../e2e/helpers/leak-search.ts';
import { PASSPHRASE, temporaryFolder } from '../../helpers/temporary-library.ts';

const PROCESS = fileURLToPath(new URL('../../fixtures/keys/open-and-close.ts', import.meta.url));
const NEXT = 'copper meadow whistle twelve';

describe.runIf(process.platform === 'linux')('in memory', { timeout: 120_000 }, () => {
  it('keys are as bytes while the library is open, and not at all afterwards', async () => {
    const folder = join(temporaryFolder(), 'Test.kartoteka');
    const { library, sheet } = await createLibrary(folder, 'Test', PASSPHRASE, ARGON_FLOOR);
    library.close();
    const digits = sheet.files.map(({ key }) => key);
    // The second half: memory that was given back has other things in its first bytes.
    const keys = digits.map((key) => Buffer.from(key, 'hex').subarray(16));

    const child = spawn(process.execPath, [PROCESS, folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const { pid } = child;
    if (pid === undefined) throw new Error('The process was not started');
    child.stdin.write(`${PASSPHRASE}\n${NEXT}`);
    expect(String((await once(child.stdout, 'data'))[0])).toBe('open\n');
    for (const key of keys) expect(findInMemory(pid, [key])).toHaveLength(1);
    const halves = digits.map((key) => key.slice(32));
    expect(findInMemory(pid, halves), 'keys as text').toEqual([]);

    child.stdin.write('.');
    expect(String((await once(child.stdout, 'data'))[0])).toBe('closed\n');
    // Not the new passphrase: how strong it is can be judged of a string only, and that goes with the process.
    expect(findInMemory(pid, [...keys, ...halves]), 'keys').toEqual([]);
    expect(findInMemory(pid, [PASSPHRASE]), 'the passphrase of before').toEqual([]);
  });
});
