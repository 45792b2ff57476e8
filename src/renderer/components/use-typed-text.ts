import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Milliseconds after the last key, and after the first that is not saved: within a second it is on the disk. */
const PAUSE_MS = 500;
const LONGEST_MS = 800;

interface TypedText {
  readonly value: string;
  /** Saves; called only when the text is another. */
  readonly onSave: (value: string) => void;
  /** What is saved of a draft; null when it cannot be saved as it is. */
  readonly read: (draft: string) => string | null;
}

/** A text that saves itself while it is typed, and at once when it is left. White space around it is no change. */
export function useTypedText({ value, onSave, read }: TypedText) {
  const [draft, setDraft] = useState(value);
  const [base, setBase] = useState(value);
  // From outside (undo, another view) it replaces what was not touched; what is being typed stays, and is saved over it.
  if (value !== base) {
    setBase(value);
    if (draft.trim() === base.trim()) setDraft(value);
  }

  const now = useRef({ draft, value, onSave, read });
  useLayoutEffect(() => {
    now.current = { draft, value, onSave, read };
  });
  const entered = useRef(value);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; since: number } | null>(null);
  const save = (): void => {
    if (waiting.current !== null) clearTimeout(waiting.current.timer);
    waiting.current = null;
    const { draft: typed, value: saved, onSave: put, read: readDraft } = now.current;
    const text = readDraft(typed);
    if (text !== null && text.trim() !== saved.trim()) put(text);
  };
  // The field can go without being left: a key leads elsewhere.
  useEffect(
    () => () => {
      if (waiting.current !== null) save();
    },
    [],
  );

  return {
    draft,
    enter: () => {
      entered.current = value;
    },
    type: (text: string) => {
      setDraft(text);
      const at = performance.now();
      const since = waiting.current?.since ?? at;
      if (waiting.current !== null) clearTimeout(waiting.current.timer);
      const pause = Math.max(0, Math.min(PAUSE_MS, since + LONGEST_MS - at));
      waiting.current = { timer: setTimeout(save, pause), since };
    },
    /** Saves what waits. */
    leave: save,
    /** Back to what it was when it was entered. */
    putBack: () => {
      setDraft(entered.current);
      now.current = { ...now.current, draft: entered.current };
      save();
    },
  };
}
