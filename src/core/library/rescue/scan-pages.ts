/** All pages of a damaged database: which can be read, and to which table each belongs. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { DatabaseFile } from '../files/database-file.ts';
import { readPayload } from './read-payload.ts';
import { readRecord } from './read-record.ts';
import { fits, type TableShape } from './table-shapes.ts';
import { readTreePage, type TreePage, type TreePageKind } from './tree-page.ts';

/** Some milliseconds of work, so that cancelling and progress come through. */
const PAGES_AT_ONCE = 256;

export interface ScannedPage {
  readonly kind: TreePageKind;
  readonly children: readonly number[];
  readonly isWhole: boolean;
}

export interface PageScan {
  /** Pages of trees only. */
  readonly pages: ReadonlyMap<number, ScannedPage>;
  /** Pages that are not as they were written, or not there. */
  readonly damaged: readonly number[];
}

/** @param onPages hears how many more pages were read; throws to stop. */
export async function scanPages(
  file: DatabaseFile,
  onPages: (count: number) => void,
): Promise<PageScan> {
  const pages = new Map<number, ScannedPage>();
  const damaged: number[] = [];
  for (let number = 1; number <= file.pageCount; number += 1) {
    const isWhole = file.isWhole(number);
    if (!isWhole) damaged.push(number);
    const tree = treePage(file, number);
    if (tree) pages.set(number, { kind: tree.kind, children: tree.children, isWhole });
    if (number % PAGES_AT_ONCE !== 0) continue;
    onPages(PAGES_AT_ONCE);
    await breathe();
  }
  return { pages, damaged };
}

export function treePage(file: DatabaseFile, number: number): TreePage | undefined {
  const page = file.decrypted(number);
  return page && readTreePage(page, number);
}

/** The pages with rows of a table or an index, by its name. */
export type PageOwners = ReadonlyMap<string, readonly number[]>;

/**
 * Follows each tree from its root. Pages with rows that nothing leads to, because a page above them is damaged, are given
 * to the one table that their rows fit; to none when they fit several.
 * @param roots root pages by the name of the table or index
 */
export function findOwners(
  file: DatabaseFile,
  { pages }: PageScan,
  roots: ReadonlyMap<string, number>,
  shapes: readonly TableShape[],
): PageOwners {
  const owners = new Map<string, number[]>();
  const seen = new Set<number>();
  const follow = (name: string, root: number): void => {
    const waiting = [root];
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      if (seen.has(number) || number < 1 || number > file.pageCount) continue;
      seen.add(number);
      const found = pages.get(number);
      // A page that is no tree any more stands for the rows that were on it.
      if (found?.kind !== 'table-interior') owners.set(name, [...(owners.get(name) ?? []), number]);
      waiting.push(...(found?.children ?? []));
    }
  };
  for (const [name, root] of roots) follow(name, root);
  for (const [number, { kind }] of pages) {
    if (seen.has(number) || kind !== 'table-leaf') continue;
    const shape = shapeOf(file, number, shapes);
    if (!shape) continue;
    seen.add(number);
    owners.set(shape.name, [...(owners.get(shape.name) ?? []), number]);
  }
  return owners;
}

function shapeOf(
  file: DatabaseFile,
  number: number,
  shapes: readonly TableShape[],
): TableShape | undefined {
  const records = (treePage(file, number)?.cells ?? []).flatMap((cell) => {
    const payload = readPayload(file, cell);
    const record = payload && readRecord(payload.bytes);
    return record ? [record] : [];
  });
  if (records.length === 0) return undefined;
  const fitting = shapes.filter(
    (shape) => !shape.withoutRowid && records.every((record) => fits(shape, record)),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}
