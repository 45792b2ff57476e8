/** The fuses of a released program: switches inside the Electron binary that nothing at run time can turn. */
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';

type FuseName = keyof typeof FuseV1Options;

/** What a release has; the reasons are in docs/lockdown.md. */
export const RELEASE_FUSES: Readonly<Record<FuseName, boolean>> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  // Electron checks it on macOS and Windows only.
  EnableEmbeddedAsarIntegrityValidation: process.platform !== 'linux',
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/** Digits of the fuse wire, as Electron's own code has them. */
const ENABLED = '1'.charCodeAt(0);
const DISABLED = '0'.charCodeAt(0);

const names = Object.keys(RELEASE_FUSES) as FuseName[];

export async function setReleaseFuses(binary: string): Promise<void> {
  const wanted = names.map((name) => [FuseV1Options[name], RELEASE_FUSES[name]] as const);
  await flipFuses(binary, { version: FuseVersion.V1, ...Object.fromEntries(wanted) });
}

/** Reads the fuses back. One that the binary does not have is `undefined`. */
export async function readFuses(binary: string): Promise<Record<FuseName, boolean | undefined>> {
  const wire: Readonly<Record<number, number | undefined>> = await getCurrentFuseWire(binary);
  const read = (name: FuseName): boolean | undefined => {
    const digit = wire[FuseV1Options[name]];
    return digit === ENABLED ? true : digit === DISABLED ? false : undefined;
  };
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<
    FuseName,
    boolean | undefined
  >;
}
