/** What those who hear the page are told when the caret moves. */
import type { i18n } from 'i18next';
import type { TextPoint } from '../../../../shared/domain/passage.ts';
import { nextLetter, nextWordEnd, wordStartAt } from '../selection/words.ts';
import { comparePoints } from '../stretch.ts';
import type { CaretMove } from './move-caret.ts';

/** Longer stretches are not read out. UTF-16 units. */
const MOST_UNITS = 200;

interface SaidMove {
  readonly from: TextPoint;
  readonly to: TextPoint;
  /** Text of the page it went to. */
  readonly text: string;
  readonly move: CaretMove;
  readonly extend: boolean;
}

export function wordsOfMove(words: i18n, said: SaidMove): string {
  const { from, to, text, move, extend } = said;
  const t = words.getFixedT(null, 'reader');
  if (comparePoints(from, to) === 0) return t('caret-edge');
  if (from.page !== to.page && !extend) {
    return t('caret-page', { page: to.page, words: lineFrom(text, to.offset) });
  }
  if (extend && from.page === to.page) {
    const passed = text.slice(Math.min(from.offset, to.offset), Math.max(from.offset, to.offset));
    return t('caret-passed', { words: passed.slice(0, MOST_UNITS) });
  }
  switch (move.unit) {
    case 'letter': {
      const letter = text.slice(to.offset, nextLetter(text, to.offset) ?? to.offset);
      return letter.trim() === '' ? t('caret-space') : letter;
    }
    case 'word': {
      const end = move.step === 1 ? to.offset : (nextWordEnd(text, to.offset) ?? text.length);
      return text.slice(move.step === 1 ? wordStartAt(text, to.offset - 1) : to.offset, end).trim();
    }
    default:
      return lineFrom(text, to.offset);
  }
}

function lineFrom(text: string, offset: number): string {
  return (
    text
      .slice(offset, offset + MOST_UNITS)
      .split('\n')[0]
      ?.trim() ?? ''
  );
}
