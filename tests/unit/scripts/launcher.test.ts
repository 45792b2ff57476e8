import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launcherScript } from '../../../scripts/runtime/launcher.ts';

const run = promisify(execFile);
let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "launcher it's "));
});
afterEach(() => rm(home, { recursive: true }));

/** Runs the launcher with `env` in place of Electron, which prints what it was started with. */
async function environmentGiven(env: NodeJS.ProcessEnv): Promise<string> {
  const script = launcherScript({
    electron: '/usr/bin/env',
    user: { kind: 'ourselves' },
    home,
    temporary: `${home}/tmp`,
  });
  const { stdout } = await run('/bin/sh', ['-c', script], { env });
  return stdout;
}

describe('launcher', () => {
  it('gives Electron its folders, whatever characters are in them', async () => {
    const lines = (await environmentGiven({ TMPDIR: '/elsewhere' })).split('\n');
    expect(lines).toContain(`HOME=${home}`);
    expect(lines).toContain(`TMPDIR=${home}/tmp`);
  });

  it('keeps our own tools out of Electron', async () => {
    const given = await environmentGiven({ NODE_OPTIONS: '--x', ELECTRON_RUN_AS_NODE: '1' });
    expect(given).not.toMatch(/NODE_OPTIONS|ELECTRON_RUN_AS_NODE/);
  });

  it('passes arguments on and allows no core dumps', async () => {
    const plan = { user: { kind: 'ourselves' }, home, temporary: home } as const;
    const script = launcherScript({ ...plan, electron: '/bin/sh' });
    const print = 'printf "%s %s" "$(ulimit -c)" "$1"';
    const { stdout } = await run('/bin/sh', ['-c', script, 'launcher', '-c', print, 'sh', 'a b']);
    expect(stdout).toBe('0 a b');
  });

  it('drops root, its groups and its session, and never the sandbox', () => {
    const user = { kind: 'unprivileged' } as const;
    const script = launcherScript({ electron: '/electron', user, home, temporary: home });
    expect(script).toContain('exec setpriv --reuid=65534 --regid=65534 --clear-groups --');
    expect(script).toMatch(/^unset .*XDG_RUNTIME_DIR/m);
    expect(script).not.toContain('no-sandbox');
  });
});
