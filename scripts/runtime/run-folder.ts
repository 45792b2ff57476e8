import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appCanRead, giveToApp } from './app-user.ts';
import type { AppUser } from './app-user.ts';

/** The temporary folders of one run. Those the app writes to belong to its user. */
export interface RunFolder {
  readonly path: string;
  readonly home: string;
  readonly temporary: string;
  /** For libraries, exports and other files that tests and the app share. */
  readonly scratch: string;
  remove(): Promise<void>;
}

async function makeOwned(path: string, user: AppUser): Promise<string> {
  await mkdir(path, { mode: 0o700 });
  await giveToApp(path, user);
  return path;
}

/** Makes the folders of one run, in a place the app's user can enter. */
export async function makeRunFolder(user: AppUser): Promise<RunFolder> {
  for (const base of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    const path = await mkdtemp(join(base, 'kartoteka-run-'));
    await chmod(path, user.kind === 'unprivileged' ? 0o755 : 0o700);
    if (await appCanRead([path], user)) {
      return {
        path,
        home: await makeOwned(join(path, 'home'), user),
        temporary: await makeOwned(join(path, 'tmp'), user),
        scratch: await makeOwned(join(path, 'scratch'), user),
        remove: () => rm(path, { recursive: true, force: true }),
      };
    }
    await rm(path, { recursive: true });
  }
  throw new Error('There is no temporary folder that an unprivileged user can enter.');
}
