import { beforeEach, expect, test } from 'vitest';
import { EMPTY_FIND } from '../../../src/renderer/features/reader/find/find-slice.ts';
import { findInReader, lookFor } from '../../../src/renderer/features/reader/find/find.ts';
import { countHits } from '../../../src/renderer/features/reader/hits.ts';
import { paneOf } from '../../../src/renderer/features/reader/panes/pane.ts';
import type { Opening } from '../../../src/renderer/features/reader/reader-store.ts';
import type { FoundPage } from '../../../src/shared/domain/find.ts';
import { installBridge, type AskedChannel } from '../bridge.ts';

const { reader } = paneOf('left');
let asked: AskedChannel[] = [];

beforeEach(() => {
  asked = installBridge();
  show(7);
});

function show(documentId: number): void {
  const opening = { kind: 'open', document: { id: documentId, pages: 150 } } as Opening;
  reader.setState({ ...reader.getInitialState(), opening, find: EMPTY_FIND, page: 101 });
}

/** So many places on one page. */
function places(page: number, count: number): FoundPage {
  return { page, marks: Array.from({ length: count }, (_, at) => ({ start: at, end: at + 1 })) };
}

async function answer(...pages: FoundPage[]): Promise<unknown> {
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  const question = asked.shift()!;
  question.answer({ ok: true, value: pages });
  return question.request;
}

test('finding stops at ten thousand places and says that there may be more', async () => {
  const looking = lookFor({ text: 'a' });
  expect(await answer(places(101, 4900))).toMatchObject({ from: 101, to: 150 });
  await answer(places(2, 4900));
  await answer(places(60, 300));
  await looking;
  const find = reader.getState().find!;
  expect(countHits(find.pages)).toBe(10_000);
  expect(find).toMatchObject({ more: true, looking: false, current: 5100 });
});

test('what was found to the end is all there is; a block that was cut short is not', async () => {
  const counts = [
    [4999, false],
    [5000, true],
  ] as const;
  for (const [count, more] of counts) {
    const looking = lookFor({ text: `${count}` });
    await answer(places(120, count));
    await answer();
    await answer();
    await looking;
    expect(reader.getState().find).toMatchObject({ more, looking: false });
  }
});

test('what comes for a document that gave way to another is not shown in that', async () => {
  const looking = lookFor({ text: 'a' });
  await expect.poll(() => asked.length).toBe(1);
  show(8);
  await answer(places(101, 3));
  await looking;
  expect(reader.getState().find?.pages).toEqual([]);
});

test('finding begins before the pages are on the screen, where the document was left', async () => {
  installWindowSelection();
  const document = { id: 7, pages: 150, state: { kind: 'imported' } };
  const opening = { kind: 'open', document, left: { page: 60, part: 0, rotation: 0 } } as Opening;
  reader.setState({ ...reader.getInitialState(), opening });
  expect(findInReader()).toBe(true);
  void lookFor({ text: 'a' });
  expect(await answer()).toMatchObject({ from: 60 });
});

test('a document without pages is not looked through', () => {
  const document = { id: 7, pages: 0, state: { kind: 'password-needed' } };
  reader.setState({ ...reader.getInitialState(), opening: { kind: 'open', document } as Opening });
  expect(findInReader()).toBe(false);
});

/** Nothing is selected. */
function installWindowSelection(): void {
  Object.assign(globalThis.window, { getSelection: () => null });
}
