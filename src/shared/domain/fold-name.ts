/** Form in which names are compared: canonical composition, no case, single spaces. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('und').replaceAll(/\s+/gu, ' ').trim();
}
