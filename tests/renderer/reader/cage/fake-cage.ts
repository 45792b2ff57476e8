/** The other end of a cage's port, under the control of a test. */
import type { Question, ToCage } from '../../../../src/renderer/drawing/drawing-protocol.ts';

/** Node has none; the checks only ask what it is and how large. */
export class FakeBitmap {
  closed = false;
  readonly width: number;
  readonly height: number;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }

  close(): void {
    this.closed = true;
  }
}
Object.assign(globalThis, { ImageBitmap: FakeBitmap });

export interface FakeCage {
  readonly port: MessagePort;
  /** What the interface has said so far. */
  readonly said: readonly ToCage[];
  /** The questions among it. */
  questions(): readonly { readonly id: number; readonly question: Question }[];
  say(data: unknown): void;
  answer(id: number, answer: unknown): void;
  /** The process of the cage is gone. */
  die(): void;
  isClosed(): boolean;
}

/** @param hear called with each message of the interface, for cages that answer by themselves. */
export function fakeCage(hear?: (message: ToCage, cage: FakeCage) => void): FakeCage {
  const events = new EventTarget();
  const said: ToCage[] = [];
  let closed = false;
  const say = (data: unknown): void => {
    if (!closed) events.dispatchEvent(Object.assign(new Event('message'), { data }));
  };
  const cage: FakeCage = {
    port: Object.assign(events, {
      start: () => undefined,
      close: () => (closed = true),
      postMessage: (message: ToCage) => {
        said.push(message);
        hear?.(message, cage);
      },
    }) as unknown as MessagePort,
    said,
    questions: () => said.filter((message) => message.kind === 'ask'),
    say,
    answer: (id, answer) => say({ kind: 'answer', id, answer }),
    die: () => void events.dispatchEvent(new Event('close')),
    isClosed: () => closed,
  };
  return cage;
}
