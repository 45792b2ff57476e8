import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { NODE_NAMING_WAYS, NODE_WAYS, PROGRAM_WAYS } from '../../e2e/network/node-ways.ts';

/** In another process, because this one needs its network functions. Targets lead nowhere: addresses of documentation. */

const modules = ['no-network.ts', 'no-programs.ts'].map((name) =>
  fileURLToPath(new URL(`../../../src/main/${name}`, import.meta.url)),
);

/** Written as a dependency would: what it imports by name was bound before ours ran. */
const WAYS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries({ ...NODE_WAYS, ...PROGRAM_WAYS, ...NODE_NAMING_WAYS }).map(([name, run]) => [
      name,
      String(run),
    ]),
  ),
  'a function imported by name': '(host) => createSocket("udp4").send("x", 9, host)',
  'a lookup imported by name': '() => lookup("names.invalid", () => 0)',
  'a server': '() => createServer().listen(0)',
  'a program run to its end': '() => execFileSync("true")',
  'another Node': '() => fork("x.js")',
};

let outcomes: Record<string, string>;

beforeAll(async () => {
  const ways = Object.entries(WAYS).map(([name, run]) => `${JSON.stringify(name)}: ${run}`);
  const code = `
    import { createSocket } from 'node:dgram';
    import { lookup } from 'node:dns';
    import { createServer } from 'node:net';
    import { execFileSync, fork } from 'node:child_process';
    for (const module of ${JSON.stringify(modules)}) await import(module);
    const outcomes = {};
    for (const [name, run] of Object.entries({ ${ways.join(',\n')} })) {
      try {
        await run(name.startsWith('dns') ? 'names.invalid' : '192.0.2.1');
        outcomes[name] = 'allowed';
      } catch (error) {
        outcomes[name] = error.message;
      }
    }
    console.log(JSON.stringify({ ...outcomes, globals: ['WebSocket' in globalThis, 'EventSource' in globalThis] }));
    process.exit();
  `;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '-e',
    code,
  ]);
  outcomes = JSON.parse(stdout) as Record<string, string>;
});

describe('after no-network.ts and no-programs.ts Node refuses', () => {
  it.each(Object.keys(WAYS))('%s', (name) => {
    expect(outcomes[name]).toBe('Kartoteka does not use the network');
  });

  it('and has no WebSocket and no EventSource', () => {
    expect(outcomes['globals']).toEqual([false, false]);
  });
});
