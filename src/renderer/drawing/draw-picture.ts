/** Draws a page, or a part of it, into a bitmap. */
import {
  AnnotationMode,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PictureQuestion } from './drawing-protocol.ts';

/** A picture that takes longer is shown as far as it is drawn, again after each such time. Milliseconds. */
const SO_FAR_MILLISECONDS = 500;

interface Drawing {
  readonly signal: AbortSignal;
  /** Whether this is the newest of the drawings under way: what the person looks at now comes first. */
  readonly isNewest: () => boolean;
  readonly alive: () => void;
  readonly soFar: (picture: ImageBitmap) => void;
}

interface Scheduler {
  postTask(task: () => void, options: { priority: 'user-visible' | 'background' }): Promise<void>;
}

/**
 * pdf.js draws in slices, one for each frame of the screen, but a window that is never shown has no frames. Each slice
 * begins in a task of its own here (`onContinue` below), so that its second wait, for the frame, can be skipped.
 */
export function drawWithoutFrames(): void {
  window.requestAnimationFrame = (callback) => {
    queueMicrotask(() => callback(performance.now()));
    return 0;
  };
  window.cancelAnimationFrame = () => undefined;
}

/** @throws what pdf.js throws, when the page is damaged or the signal aborts. */
export async function drawPicture(
  page: PDFPageProxy,
  question: PictureQuestion,
  layers: ReturnType<PDFDocumentProxy['getOptionalContentConfig']>,
  { signal, isNewest, alive, soFar }: Drawing,
): Promise<ImageBitmap> {
  signal.throwIfAborted();
  const { scheduler } = globalThis as unknown as { scheduler: Scheduler };
  const canvas = document.createElement('canvas');
  canvas.width = question.width;
  canvas.height = question.height;
  const task = page.render({
    canvas,
    viewport: page.getViewport({ scale: question.scale, rotation: question.rotation }),
    // No forms, no popups: annotations are part of the picture and nothing else.
    annotationMode: AnnotationMode.ENABLE,
    optionalContentConfigPromise: layers,
    ...(question.transform === null ? {} : { transform: [...question.transform] }),
  });
  let shown = performance.now();
  task.onContinue = (goOn: () => void): void => {
    alive();
    if (performance.now() - shown > SO_FAR_MILLISECONDS) {
      shown = performance.now();
      createImageBitmap(canvas).then(soFar, () => undefined);
    }
    void scheduler.postTask(goOn, { priority: isNewest() ? 'user-visible' : 'background' });
  };
  signal.addEventListener('abort', () => task.cancel(), { once: true });
  try {
    await task.promise;
    return await createImageBitmap(canvas);
  } finally {
    canvas.width = canvas.height = 0;
  }
}
