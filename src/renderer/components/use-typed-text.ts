import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Outcome } from '../../shared/failure.ts';
import { useTurns } from '../stores/history.ts';
import { confirm, latestText, takeIn, turnBack } from './typed-text.ts';

/** Milliseconds after the last key, and after the first that is not saved: within a second it is on the disk. */
const PAUSE_MS = 500;
const LONGEST_MS = 800;

interface TypedText {
  readonly value: string;
  readonly onSave: SaveText;
  /** What is saved of a draft; null when it cannot be saved as it is. */
  readonly read: (draft: string) => string | null;
  /** The field goes with a text that could not be saved. */
  readonly onDropped?: (draft: string) => void;
}

/** Saves; called only when the text is another. @param typing it may go on: what it is now need not be what is meant. */
export type SaveText = (value: string, typing: boolean) => Promise<Outcome<unknown>>;

/** A text that saves itself while it is typed, and at once when it is left. White space around it is no change. */
export function useTypedText({ value, onSave, read, onDropped }: TypedText) {
  const [draft, setDraft] = useState(value);
  const [base, setBase] = useState(value);
  const [sent, setSent] = useState<readonly string[]>([]);
  const { turns } = useTurns();
  const [seenTurns, setSeenTurns] = useState(turns);
  if (turns !== seenTurns) {
    setSeenTurns(turns);
    setDraft(turnBack({ draft, base, sent }));
    setSent([]);
  } else if (value !== base) {
    setBase(value);
    const taken = takeIn({ draft, base, sent }, value);
    setDraft(taken.draft);
    setSent(taken.sent);
  }

  const now = useRef({ draft, value, sent, onSave, read, onDropped });
  useLayoutEffect(() => {
    now.current = { draft, value, sent, onSave, read, onDropped };
  });
  const noteSent = (texts: readonly string[]): void => {
    now.current = { ...now.current, sent: texts };
    setSent(texts);
  };
  const isEntered = useRef(false);
  /** What was typed so far could not be saved, and nobody was told. */
  const refused = useRef(false);
  const put = (text: string, typing: boolean): void => {
    noteSent([...now.current.sent, text]);
    void now.current.onSave(text, typing).then(({ ok }) => {
      refused.current = !ok && typing;
      noteSent(confirm(now.current.sent, text, ok, now.current.value));
      // Refused without a word, because it was being typed; left meanwhile, it is what is meant.
      if (refused.current && !isEntered.current) save();
    });
  };
  const entered = useRef(value);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; since: number } | null>(null);
  const save = (typing = false): void => {
    if (waiting.current !== null) clearTimeout(waiting.current.timer);
    waiting.current = null;
    const text = now.current.read(now.current.draft);
    const latest = latestText(now.current.sent, now.current.value);
    if (text !== null && text.trim() !== latest.trim()) put(text, typing);
  };
  // The field can go without being left: a key leads elsewhere.
  const go = useRef<() => void>(() => undefined);
  useLayoutEffect(() => {
    go.current = () => {
      if (waiting.current !== null || refused.current) save();
      const { draft, value, read, onDropped } = now.current;
      if (read(draft) === null && draft !== value) onDropped?.(draft);
    };
  });
  useEffect(() => () => go.current(), []);

  return {
    draft,
    enter: () => {
      isEntered.current = true;
      entered.current = latestText(sent, value);
    },
    type: (text: string) => {
      setDraft(text);
      const at = performance.now();
      const since = waiting.current?.since ?? at;
      if (waiting.current !== null) clearTimeout(waiting.current.timer);
      const pause = Math.max(0, Math.min(PAUSE_MS, since + LONGEST_MS - at));
      waiting.current = { timer: setTimeout(() => save(true), pause), since };
    },
    /** Saves what waits. */
    leave: () => {
      isEntered.current = false;
      save();
    },
    /** Back to what it was when it was entered. */
    putBack: () => {
      refused.current = false;
      setDraft(entered.current);
      now.current = { ...now.current, draft: entered.current };
      save();
    },
  };
}
