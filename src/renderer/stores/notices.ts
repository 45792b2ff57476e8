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
  /** A newer notice on the same topic takes the place of the older. */
  readonly topic: string;
}

export interface NoticesSlice {
  /** Oldest first. */
  readonly notices: readonly Notice[];
}

/** More at once would cover the work; the oldest give way. */
const MOST_AT_ONCE = 3;
let lastId = 0;

export const useNotices = create<NoticesSlice>()(() => ({ notices: [] }));

interface NewNotice extends Pick<Notice, 'tone' | 'text'> {
  readonly act?: NoticeAct;
  /** Without one, the text itself: the same text is shown once. */
  readonly topic?: string;
}

/** Shows a message; answers its id. */
export function showNotice({ tone, text, act, topic = text }: NewNotice): number {
  const id = ++lastId;
  const shown: Notice = { id, tone, text, act: act ?? null, topic };
  useNotices.setState(({ notices }) => ({
    notices: [...notices.filter((old) => old.topic !== topic), shown].slice(-MOST_AT_ONCE),
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
