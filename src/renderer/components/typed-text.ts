/**
 * What a field that saves itself knows of its text. The library answers late when it is busy: a text that was sent but not
 * told back yet counts as saved, or taking it back would seem no change.
 */
export interface TypedState {
  readonly draft: string;
  /** What the library told last. */
  readonly base: string;
  /** Texts that were sent and not told back, in order. */
  readonly sent: readonly string[];
}

/** What the library has, or will have soon. */
export function latestText(sent: readonly string[], value: string): string {
  return sent.at(-1) ?? value;
}

/** The library tells a text. Its own that comes back leaves the field alone; one from outside (undo, another view) replaces what was not touched. */
export function takeIn({ draft, base, sent }: TypedState, value: string): Omit<TypedState, 'base'> {
  const own = sent.findLastIndex((text) => text.trim() === value.trim());
  if (own >= 0) return { draft, sent: sent.slice(own + 1) };
  const untouched = draft.trim() === latestText(sent, base).trim();
  return { draft: untouched ? value : draft, sent: [] };
}

/** After the library wrote or refused a text: what is still to be told back. @param value what it told last. */
export function confirm(
  sent: readonly string[],
  text: string,
  ok: boolean,
  value: string,
): readonly string[] {
  if (!ok) return sent.filter((one) => one !== text);
  // Written over before it was told: nothing more comes.
  return sent.at(-1) === text && text.trim() === value.trim() ? [] : sent;
}

/**
 * Something was undone or done again: what was sent need not be there any more, and is told back only if it is another
 * text than before. What is being typed stays.
 */
export function turnBack({ draft, base, sent }: TypedState): string {
  return draft.trim() === latestText(sent, base).trim() ? base : draft;
}
