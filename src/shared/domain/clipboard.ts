/** Whether something that was copied here is on the clipboard of the system. */
export type ClipboardState =
  | { kind: 'empty' }
  /** @property milliseconds until it is taken off, from now. */
  | { kind: 'holding'; milliseconds: number };
