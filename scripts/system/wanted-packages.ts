/** One need, with the Debian packages that meet it; of those not installed the first offered is taken. */
export type PackageChoice = readonly [string, ...string[]];

/** What Electron needs on a bare Debian or Ubuntu. Names ending in t64 are those since 2024. */
export const windowPackages: readonly PackageChoice[] = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libnotify4'],
  ['libxss1'],
  ['libatspi2.0-0t64', 'libatspi2.0-0'],
];

/** What tests and the demo need besides: a virtual display, and letters other than Latin ones. */
export const displayPackages: readonly PackageChoice[] = [
  ['xvfb'],
  ['xauth'],
  ['fonts-dejavu', 'fonts-dejavu-core'],
  ['fonts-noto-core'],
];

/** The needs that no installed package meets. */
export function unmet(
  wanted: readonly PackageChoice[],
  installed: ReadonlySet<string>,
): PackageChoice[] {
  return wanted.filter((choice) => !choice.some((name) => installed.has(name)));
}

/** One package for each need: the first that the package sources offer, else the last name. */
export function chooseOffered(
  needs: readonly PackageChoice[],
  offered: ReadonlySet<string>,
): string[] {
  return needs.map((choice) => choice.find((name) => offered.has(name)) ?? choice.at(-1) ?? '');
}
