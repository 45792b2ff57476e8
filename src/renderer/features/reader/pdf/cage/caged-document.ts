/**
 * A PDF that is read and drawn in a cage, in the shape of pdf.js' `PDFDocumentProxy` as far as its viewer needs it. The
 * cage can die at any time: the next question gets a new one.
 */
import type { AnswerTo, PageShape } from '../../../../drawing/drawing-answers.ts';
import type { QuestionKind, QuestionOf } from '../../../../drawing/drawing-protocol.ts';
import type { AskOptions, Cage } from './cage.ts';
import { CageError, problemOf, type CageProblem } from './cage-error.ts';
import { CagedPage, type PageOwner } from './caged-page.ts';

export interface CagedDocumentOptions {
  readonly documentId: number;
  /** As the library knows it; a cage could say any number. */
  readonly pages: number;
  /** Opens a new cage with this document. @throws CageError */
  readonly openCage: () => Promise<Cage>;
}

/** A4, in PDF points. */
const USUAL_PAGE: PageShape = { view: [0, 0, 595, 842], rotate: 0, userUnit: 1 };

export class CagedDocument implements PageOwner {
  readonly documentId: number;
  readonly numPages: number;
  readonly isPureXfa = false;
  readonly annotationStorage = null;
  readonly filterFactory = null;
  /** The viewer must not ask for all pages at once. */
  readonly loadingParams = { disableAutoFetch: true, enableXfa: false };
  readonly pagesMapper: { readonly pagesNumber: number };
  readonly #openCage: () => Promise<Cage>;
  readonly #pages = new Map<number, Promise<CagedPage>>();
  /** Pages whose drawing or words made trouble: not tried again until the person says so. */
  readonly #troubles = new Map<string, CageProblem>();
  /** Told of each page that is let go because it is far from the view. */
  onRelease: ((page: number) => void) | null = null;
  #cage: Promise<Cage> | undefined;
  #retries: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor({ documentId, pages, openCage }: CagedDocumentOptions) {
    this.documentId = documentId;
    this.numPages = pages;
    this.pagesMapper = { pagesNumber: pages };
    this.#openCage = openCage;
  }

  /** Labels and language of the document; the first question, so it also says whether the file can be read at all. */
  describe(): Promise<AnswerTo<'document'>> {
    return this.ask<'document'>({ kind: 'document' });
  }

  getPage(page: number): Promise<CagedPage> {
    const known = this.#pages.get(page);
    if (known !== undefined) return known;
    const made = this.ask<'page'>({ kind: 'page', page }).then(
      (shape) => new CagedPage(this, page, shape),
      (error: unknown) => {
        // It has a place in the document all the same, and says there that it cannot be drawn.
        this.#troubles.set(keyOf({ kind: 'picture', page }), problemOf(error));
        return new CagedPage(this, page, USUAL_PAGE);
      },
    );
    this.#pages.set(page, made);
    return made;
  }

  outline(): Promise<AnswerTo<'outline'>> {
    return this.ask<'outline'>({ kind: 'outline' });
  }

  /** The layers of a PDF are shown as their author left them; the cage knows. */
  getOptionalContentConfig(): Promise<{ hasInitialVisibility: boolean }> {
    return Promise.resolve({ hasInitialVisibility: true });
  }

  /** The viewer takes the language from here, and hears of no failure. */
  async getMetadata(): Promise<{ info: { Language?: string } }> {
    const language = await this.describe().then(
      (described) => described.language,
      () => null,
    );
    return { info: language === null ? {} : { Language: language } };
  }

  /**
   * Never settles once the document is closed: nobody is there any more to hear of it.
   * @throws CageError; the signal's reason when it aborts.
   */
  async ask<Kind extends QuestionKind>(
    question: QuestionOf<Kind>,
    options: AskOptions = {},
  ): Promise<AnswerTo<Kind>> {
    const key = keyOf(question);
    const trouble = this.#troubles.get(key);
    if (trouble !== undefined) throw new CageError(trouble);
    try {
      return await this.#tryTwice<Kind>(question, options);
    } catch (error) {
      if (this.#closed) return new Promise<never>(() => undefined);
      if (error instanceof CageError) this.#troubles.set(key, error.problem);
      throw error;
    }
  }

  /** Forgets that a page made trouble; it is asked for anew. */
  forgive(page: number): void {
    if (this.#troubles.has(keyOf({ kind: 'page', page }))) this.#pages.delete(page);
    for (const kind of ['page', 'picture', 'text', 'structure'] as const) {
      this.#troubles.delete(keyOf({ kind, page }));
    }
  }

  release(page: number): void {
    this.onRelease?.(page);
    void this.#cage?.then((cage) => cage.release(page)).catch(() => undefined);
  }

  close(): void {
    this.#closed = true;
    void this.#cage?.then((cage) => cage.close()).catch(() => undefined);
    this.#cage = undefined;
  }

  /**
   * A cage that dies takes all questions with it, and only one was to blame. So each is asked once more, one after the
   * other, each finding a living cage: the one that kills it again is the one that fails.
   */
  async #tryTwice<Kind extends QuestionKind>(
    question: QuestionOf<Kind>,
    options: AskOptions,
  ): Promise<AnswerTo<Kind>> {
    try {
      return await this.#tryOnce<Kind>(question, options);
    } catch (error) {
      if (!(error instanceof CageError) || error.problem !== 'gone' || this.#closed) throw error;
      const again = this.#retries.then(() => this.#tryOnce<Kind>(question, options));
      this.#retries = again.catch(() => undefined);
      return again;
    }
  }

  async #tryOnce<Kind extends QuestionKind>(
    question: QuestionOf<Kind>,
    options: AskOptions,
  ): Promise<AnswerTo<Kind>> {
    options.signal?.throwIfAborted();
    if (this.#closed) throw new CageError('gone');
    const asked = (this.#cage ??= this.#openCage());
    try {
      const cage = await asked;
      return await cage.ask<Kind>(question, options);
    } catch (error) {
      const lost = error instanceof CageError && ['gone', 'too-slow'].includes(error.problem);
      if (lost && this.#cage === asked) this.#cage = undefined;
      throw error;
    }
  }
}

function keyOf(question: { kind: QuestionKind; page?: number }): string {
  return `${question.kind} ${question.page ?? 0}`;
}
