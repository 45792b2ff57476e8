/** Answers the questions of the interface about the one document of this cage. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { assertNever } from '../../shared/assert-never.ts';
import { drawPicture } from './draw-picture.ts';
import type { AnswerTo, FromCage, RefusalReason } from './drawing-answers.ts';
import type { Question, QuestionKind, ToCage } from './drawing-protocol.ts';
import { describeDocument, describePage } from './plain-document.ts';
import { plainLinks, plainOutline } from './plain-links.ts';
import { plainStructure } from './plain-structure.ts';
import { plainText } from './plain-text.ts';

/** Not more often than this a question is said to be alive; milliseconds. */
const ALIVE_MILLISECONDS = 1_000;

interface Work {
  readonly id: number;
  readonly stop: AbortController;
  lastSign: number;
}

/** @param open called once; `moved` is to be called whenever bytes have come. */
export function serveQuestions(
  port: MessagePort,
  open: (moved: () => void) => Promise<PDFDocumentProxy>,
): void {
  /** In the order of asking. */
  const underWay = new Map<number, Work>();
  const opened = open(() => underWay.forEach(alive));
  // Whoever asks first is told what went wrong.
  opened.catch(() => undefined);
  let layers: ReturnType<PDFDocumentProxy['getOptionalContentConfig']> | undefined;

  port.addEventListener('message', ({ data }: MessageEvent<ToCage>) => {
    switch (data.kind) {
      case 'ask':
        return void serve(data.id, data.question);
      case 'cancel':
        return underWay.get(data.id)?.stop.abort();
      case 'release':
        return void release(data.page);
      default:
        return assertNever(data);
    }
  });
  port.start();

  function tell(message: FromCage, transfer: Transferable[] = []): void {
    port.postMessage(message, transfer);
  }

  function alive(work: Work): void {
    const now = performance.now();
    if (now - work.lastSign < ALIVE_MILLISECONDS) return;
    work.lastSign = now;
    tell({ kind: 'alive', id: work.id });
  }

  async function serve(id: number, question: Question): Promise<void> {
    const work: Work = { id, stop: new AbortController(), lastSign: performance.now() };
    underWay.set(id, work);
    try {
      const answer = await answerTo(question, work);
      tell({ kind: 'answer', id, answer }, answer instanceof ImageBitmap ? [answer] : []);
    } catch (error) {
      tell({ kind: 'refused', id, reason: reasonOf(error) });
    } finally {
      underWay.delete(id);
    }
  }

  async function answerTo(question: Question, work: Work): Promise<AnswerTo<QuestionKind>> {
    const pdf = await opened;
    switch (question.kind) {
      case 'document':
        return describeDocument(pdf);
      case 'page':
        return describePage(await pdf.getPage(question.page));
      case 'picture':
        layers ??= pdf.getOptionalContentConfig({ intent: 'display' });
        return drawPicture(await pdf.getPage(question.page), question, layers, {
          signal: work.stop.signal,
          isNewest: () => [...underWay.keys()].at(-1) === work.id,
          alive: () => alive(work),
          soFar: (picture) => tell({ kind: 'so-far', id: work.id, picture }, [picture]),
        });
      case 'text':
        return plainText(await pdf.getPage(question.page));
      case 'structure':
        return plainStructure(await pdf.getPage(question.page));
      case 'links':
        return plainLinks(pdf, await pdf.getPage(question.page));
      case 'outline':
        return plainOutline(pdf);
      default:
        return assertNever(question);
    }
  }

  async function release(page: number): Promise<void> {
    const pdf = await opened.catch(() => undefined);
    const released = await pdf?.getPage(page).catch(() => undefined);
    released?.cleanup();
  }
}

function reasonOf(error: unknown): RefusalReason {
  return error instanceof Error && error.name === 'PasswordException'
    ? 'password-needed'
    : 'damaged';
}
