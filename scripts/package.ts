/** `npm run package`: makes dist/Kartoteka-linux-<arch>, a folder with the program in it. */
import { join } from 'node:path';
import { makePackage } from './packaging/make-package.ts';
import { projectFolder } from './project-folder.ts';
import { prepareElectron } from './runtime/prepare-runtime.ts';
import { appUser } from './runtime/app-user.ts';
import { messageOf, say } from './say.ts';

async function makeRelease(): Promise<void> {
  if (process.platform !== 'linux')
    throw new Error('Packages are made for Linux, on Linux, so far.');
  process.umask(0o022);
  const { electron } = await prepareElectron(appUser(), { kind: 'package' });
  const folder = join(projectFolder, 'dist', `Kartoteka-linux-${process.arch}`);
  const { launcher } = await makePackage(electron.folder, folder);
  say(`Start it with ${launcher}`);
  if (electron.kind !== 'official') {
    say(
      'It is for tests only: it carries an Electron that is not the official one and out of support.',
    );
  }
}

try {
  await makeRelease();
} catch (reason) {
  say(messageOf(reason));
  process.exitCode = 1;
}
