/** A drawing under way, in the shape of pdf.js' `RenderTask`: asks the cage for a picture and puts it on the viewer's canvas. */
import { RenderingCancelledException } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PictureQuestion } from '../../../../drawing/drawing-protocol.ts';
import type { AskOptions } from './cage.ts';

type AskPicture = (question: PictureQuestion, options: AskOptions) => Promise<ImageBitmap>;

/** What the viewer gives to `render`; the rest of it is for drawing in this process. */
export interface RenderParameters {
  readonly canvas: HTMLCanvasElement;
  readonly viewport: { readonly scale: number; readonly rotation: number };
  readonly transform?: readonly number[] | null;
}

export class PictureTask {
  /** The viewer shows the canvas at the first picture, and not before. */
  readonly isWorkerRendering = true;
  readonly separateAnnots = false;
  readonly recordedBBoxes = null;
  readonly imageCoordinates = null;
  readonly promise: Promise<void>;
  /** Set by the viewer. */
  onContinue: ((goOn: () => void) => void) | null = null;
  onFrame: (() => void) | null = null;
  onError: ((error: unknown) => void) | null = null;
  readonly #page: number;
  readonly #stop = new AbortController();

  constructor(page: number, { canvas, viewport, transform }: RenderParameters, ask: AskPicture) {
    this.#page = page;
    const question: PictureQuestion = {
      kind: 'picture',
      page,
      scale: viewport.scale,
      rotation: viewport.rotation,
      transform: transform ?? null,
      width: canvas.width,
      height: canvas.height,
    };
    const soFar = (picture: ImageBitmap): void => {
      show(picture, canvas);
      this.onFrame?.();
    };
    this.promise = ask(question, { signal: this.#stop.signal, soFar }).then((picture) =>
      show(picture, canvas),
    );
  }

  cancel(): void {
    if (this.#stop.signal.aborted) return;
    const error = new RenderingCancelledException(`Rendering cancelled, page ${this.#page}`);
    this.#stop.abort(error);
    this.onError?.(error);
  }
}

/** Hands the bitmap's memory to the canvas; that it has the size of the canvas was checked. */
function show(picture: ImageBitmap, canvas: HTMLCanvasElement): void {
  canvas.getContext('bitmaprenderer', { alpha: false })?.transferFromImageBitmap(picture);
}
