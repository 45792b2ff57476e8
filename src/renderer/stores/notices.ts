/** Short messages at the bottom of the window; one may offer an act such as «Undo». */
import { create } from 'zustand';
import type { Failure } from '../../shared/failure.ts';
import { wordsOf } from '../i18n.ts';

export interface NoticeAct {
  readonly label: string;
  readonly run: () => void;
}

export interface Notice {
  readonly id: number;
  /** `problem` stays until it is dismissed, `info` goes away by itself. */
  readonly tone: 'info' | 'problem';
  readonly text: string;
  readonly act: NoticeAct | null;
}

export interface NoticesSlice {
  /** Oldest first. */
  readonly notices: readonly Notice[];
}

/** More at once would cover the work; the oldest give way. */
const MOST_AT_ONCE = 3;
let lastId = 0;

export const useNotices = create<NoticesSlice>()(() => ({ notices: [] }));

/** Shows a message; the same text is shown once. Answers its id. */
export function showNotice(notice: Pick<Notice, 'tone' | 'text'> & { act?: NoticeAct }): number {
  const id = ++lastId;
  const shown: Notice = { id, tone: notice.tone, text: notice.text, act: notice.act ?? null };
  useNotices.setState(({ notices }) => ({
    notices: [...notices.filter((old) => old.text !== notice.text), shown].slice(-MOST_AT_ONCE),
  }));
  return id;
}

export function showFailure(failure: Failure): void {
  if (failure.kind === 'cancelled') return;
  showNotice({ tone: 'problem', text: wordsOf(failure) });
}

export function dismissNotice(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
