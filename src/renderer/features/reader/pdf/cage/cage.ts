/** One drawing cage as the interface sees it: asks questions over its port and believes only what the schemas let through. */
import {
  ANSWERS,
  fromCageSchema,
  type AnswerTo,
  type FromCage,
} from '../../../../drawing/drawing-answers.ts';
import type {
  Question,
  QuestionKind,
  QuestionOf,
  ToCage,
} from '../../../../drawing/drawing-protocol.ts';
import { assertNever } from '../../../../../shared/assert-never.ts';
import { CageError } from './cage-error.ts';

/** A question without any sign of life for so many milliseconds hangs in a hostile page. */
export const STUCK_MILLISECONDS = 30_000;
/** A question that is still worked on after so many milliseconds will not be answered in the patience of a person. */
export const MOST_MILLISECONDS = 120_000;

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** A slow picture as far as it is drawn; the receiver closes the bitmap. */
  readonly soFar?: (picture: ImageBitmap) => void;
}

export interface Cage {
  /** @throws CageError; the signal's reason when it aborts. */
  ask<Kind extends QuestionKind>(
    question: QuestionOf<Kind>,
    options?: AskOptions,
  ): Promise<AnswerTo<Kind>>;
  release(page: number): void;
  /** Ends the cage; questions under way fail as `gone`. */
  close(): void;
}

interface Waiting {
  readonly question: Question;
  readonly options: AskOptions;
  readonly resolve: (answer: AnswerTo<QuestionKind>) => void;
  readonly reject: (reason: unknown) => void;
  /** By `performance.now()`. */
  readonly until: number;
  timer: ReturnType<typeof setTimeout>;
}

/** @param ended called once, when the cage is of no more use: its process has to go. */
export function createCage(port: MessagePort, ended: () => void): Cage {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let open = true;

  port.addEventListener('message', (event: MessageEvent<unknown>) => hear(event.data));
  port.addEventListener('close', () => end());
  port.start();

  function tell(message: ToCage): void {
    if (open) port.postMessage(message);
  }

  /** @param culprit the question that hung, if one did. */
  function end(culprit?: number): void {
    if (!open) return;
    open = false;
    port.close();
    for (const [id, { reject, timer }] of waiting) {
      clearTimeout(timer);
      reject(new CageError(id === culprit ? 'too-slow' : 'gone'));
    }
    waiting.clear();
    ended();
  }

  function watch(id: number, until: number): ReturnType<typeof setTimeout> {
    const left = Math.max(0, until - performance.now());
    return setTimeout(() => end(id), Math.min(left, STUCK_MILLISECONDS));
  }

  function goesOn(id: number, asked: Waiting): void {
    clearTimeout(asked.timer);
    asked.timer = watch(id, asked.until);
  }

  function settle(id: number): Waiting | undefined {
    const found = waiting.get(id);
    waiting.delete(id);
    clearTimeout(found?.timer);
    return found;
  }

  function hear(data: unknown): void {
    const message = checked(data);
    if (message === undefined) return end();
    const asked = waiting.get(message.id);
    if (asked !== undefined) return take(message, asked);
    // What was cancelled meanwhile.
    if (message.kind === 'so-far') message.picture.close();
    if (message.kind === 'answer' && message.answer instanceof ImageBitmap) message.answer.close();
  }

  function take(message: FromCage, asked: Waiting): void {
    switch (message.kind) {
      case 'alive':
        return goesOn(message.id, asked);
      case 'so-far':
        goesOn(message.id, asked);
        if (!hasSize(message.picture, asked.question)) return end();
        return asked.options.soFar?.(message.picture) ?? message.picture.close();
      case 'refused':
        return settle(message.id)?.reject(new CageError(message.reason));
      case 'answer': {
        const answer = answerIn(message.answer, asked.question);
        return answer === undefined ? end() : settle(message.id)?.resolve(answer);
      }
      default:
        return assertNever(message);
    }
  }

  return {
    ask<Kind extends QuestionKind>(
      question: QuestionOf<Kind>,
      options: AskOptions = {},
    ): Promise<AnswerTo<Kind>> {
      options.signal?.throwIfAborted();
      if (!open) return Promise.reject(new CageError('gone'));
      const { promise, resolve, reject } = Promise.withResolvers<AnswerTo<QuestionKind>>();
      lastId += 1;
      const id = lastId;
      const until = performance.now() + MOST_MILLISECONDS;
      waiting.set(id, { question, options, resolve, reject, until, timer: watch(id, until) });
      options.signal?.addEventListener(
        'abort',
        () => {
          const cancelled = settle(id);
          if (cancelled === undefined) return;
          tell({ kind: 'cancel', id });
          cancelled.reject(options.signal?.reason);
        },
        { once: true },
      );
      tell({ kind: 'ask', id, question });
      return promise as Promise<AnswerTo<Kind>>;
    },
    release: (page) => tell({ kind: 'release', page }),
    close: () => end(),
  };
}

/** A hostile message can make the check itself throw, by its depth. */
function checked(data: unknown): FromCage | undefined {
  try {
    return fromCageSchema.safeParse(data).data;
  } catch {
    return undefined;
  }
}

function answerIn(answer: unknown, question: Question): AnswerTo<QuestionKind> | undefined {
  try {
    const { data } = ANSWERS[question.kind].safeParse(answer);
    return data instanceof ImageBitmap && !hasSize(data, question) ? undefined : data;
  } catch {
    return undefined;
  }
}

function hasSize({ width, height }: ImageBitmap, question: Question): boolean {
  return question.kind === 'picture' && question.width === width && question.height === height;
}
