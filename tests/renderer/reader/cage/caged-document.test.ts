import { describe, expect, it } from 'vitest';
import { fakeCage, type FakeCage } from './fake-cage.ts';
import { createCage } from '../../../../src/renderer/features/reader/pdf/cage/cage.ts';
import { problemOf } from '../../../../src/renderer/features/reader/pdf/cage/cage-error.ts';
import { CagedDocument } from '../../../../src/renderer/features/reader/pdf/cage/caged-document.ts';
import type { Question } from '../../../../src/renderer/drawing/drawing-protocol.ts';

const PAGE = { view: [0, 0, 400, 500], rotate: 90, userUnit: 1 };
const TEXT = { items: [], styles: [], language: null };

/** A document whose cages answer as told; `answers` gets the question and the number of the cage, from 1. */
function documentOf(answers: (question: Question, cage: number, other: FakeCage) => unknown) {
  let opened = 0;
  const pdf = new CagedDocument({
    documentId: 7,
    pages: 9,
    openCage: () => {
      opened += 1;
      const number = opened;
      const other = fakeCage((message, cage) => {
        if (message.kind !== 'ask') return;
        const answer = answers(message.question, number, cage);
        if (answer !== undefined) queueMicrotask(() => cage.answer(message.id, answer));
      });
      return Promise.resolve(createCage(other.port, () => undefined));
    },
  });
  return { pdf, opened: () => opened };
}

const text = (page: number) => ({ kind: 'text', page }) as const;

describe('a document in a cage', () => {
  it('has the pages that the library knows, each with its shape', async () => {
    const { pdf } = documentOf(() => PAGE);
    expect(pdf.numPages).toBe(9);
    const page = await pdf.getPage(2);
    const { width, height, rotation } = page.getViewport({ scale: 2 });
    expect({ width, height, rotation }).toEqual({ width: 1000, height: 800, rotation: 90 });
    expect(await pdf.getPage(2)).toBe(page);
  });

  it('turns points of a page into points on the screen and back', async () => {
    const { pdf } = documentOf(() => ({ view: [10, 20, 410, 520], rotate: 270, userUnit: 2 }));
    const viewport = (await pdf.getPage(1)).getViewport({ scale: 1.5 });
    const [x = 0, y = 0] = viewport.convertToViewportPoint(123, 456) as number[];
    const back = viewport.convertToPdfPoint(x, y) as number[];
    expect(back.map(Math.round)).toEqual([123, 456]);
  });

  it('goes on in a new cage when one died between two questions', async () => {
    const cages: FakeCage[] = [];
    const { pdf, opened } = documentOf((_question, _number, cage) => {
      cages.push(cage);
      return TEXT;
    });
    await pdf.ask<'text'>(text(1));
    cages[0]?.die();
    expect(await pdf.ask<'text'>(text(2))).toEqual(TEXT);
    expect(opened()).toBe(2);
  });

  it('asks again what was under way when a cage died; only what kills it twice fails', async () => {
    const { pdf } = documentOf((question, _number, cage) => {
      if (question.kind === 'text' && question.page === 3) {
        queueMicrotask(() => cage.die());
        return undefined;
      }
      return TEXT;
    });
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map((page) =>
        pdf.ask<'text'>(text(page)).then(
          () => 'answered',
          (error: unknown) => problemOf(error),
        ),
      ),
    );
    expect(outcomes).toEqual(['answered', 'answered', 'gone', 'answered']);
  });

  it('does not try again what made trouble, until it is forgiven', async () => {
    let asked = 0;
    let killing = true;
    const { pdf } = documentOf((question, _number, cage) => {
      if (question.kind === 'page') return PAGE;
      asked += 1;
      if (!killing) return TEXT;
      queueMicrotask(() => cage.die());
      return undefined;
    });
    await expect(pdf.ask<'text'>(text(3))).rejects.toThrow('gone');
    expect(asked).toBe(2);
    await expect(pdf.ask<'text'>(text(3))).rejects.toThrow('gone');
    expect(asked).toBe(2);
    killing = false;
    pdf.forgive(3);
    expect(await pdf.ask<'text'>(text(3))).toEqual(TEXT);
  });

  it('keeps the place of a page that cannot be read', async () => {
    const { pdf } = documentOf((_question, _number, cage) => {
      queueMicrotask(() => cage.die());
    });
    const page = await pdf.getPage(5);
    expect(page.getViewport({ scale: 1 }).height).toBe(842);
    await expect(
      pdf.ask<'picture'>({
        kind: 'picture',
        page: 5,
        scale: 1,
        rotation: 0,
        transform: null,
        width: 5,
        height: 5,
      }),
    ).rejects.toThrow('gone');
  });

  it('says nothing more once it is closed', async () => {
    const { pdf, opened } = documentOf(() => undefined);
    const asked = pdf.ask<'text'>(text(1));
    const late = Symbol('late');
    pdf.close();
    const silent = (promise: Promise<unknown>): Promise<unknown> =>
      Promise.race([promise.catch(() => 'failed'), new Promise((go) => setImmediate(go, late))]);
    expect(await silent(asked)).toBe(late);
    expect(await silent(pdf.ask<'text'>(text(2)))).toBe(late);
    expect(opened()).toBe(1);
  });
});
