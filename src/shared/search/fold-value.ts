import { foldName } from '../domain/fold-name.ts';

/** Form in which values of facets are compared: as names are, without the quotation marks that a query cannot quote. */
export function foldValue(value: string): string {
  return foldName(value.replaceAll(/["“”„«»]/gv, ''));
}
