/** Numbers pages, tells the language of each and whether search can use its text. */
import { setImmediate } from 'node:timers/promises';
import type { Page } from '../../shared/domain/source-document.ts';
import { detectLanguage } from './page-language.ts';
import { isGarbled } from './page-quality.ts';

type PageText = Pick<Page, 'number' | 'label' | 'text'>;

/** Pages cut and judged in one go, about 20 ms. */
const PAGES_AT_ONCE = 8;

/** Running text has no page labels of its own: its pages are numbered. */
export function* numberPages(texts: Iterable<string>): Generator<PageText> {
  let number = 0;
  for (const text of texts) {
    number += 1;
    yield { number, label: String(number), text };
  }
}

/** In steps that leave the process responsive. */
export async function judgePages(pages: Iterable<PageText>): Promise<Omit<Page, 'documentId'>[]> {
  const judged: Omit<Page, 'documentId'>[] = [];
  for (const page of pages) {
    const garbled = isGarbled(page.text);
    judged.push({ ...page, garbled, language: garbled ? null : detectLanguage(page.text) });
    if (judged.length % PAGES_AT_ONCE === 0) await setImmediate();
  }
  return judged;
}
