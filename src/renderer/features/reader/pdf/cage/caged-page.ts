/** One page of a caged document, in the shape of pdf.js' `PDFPageProxy` as far as its viewer needs it. */
import type { AnswerTo, PageShape } from '../../../../drawing/drawing-answers.ts';
import type { QuestionKind, QuestionOf } from '../../../../drawing/drawing-protocol.ts';
import type { AskOptions } from './cage.ts';
import { structureTree, type StructureNode } from './caged-structure.ts';
import { layerContent, streamOf, type LayerContent } from './caged-text.ts';
import { pageViewport, type PageViewport } from './page-viewport.ts';
import { PictureTask, type RenderParameters } from './picture-task.ts';

/** What a page needs of its document. */
export interface PageOwner {
  readonly documentId: number;
  ask<Kind extends QuestionKind>(
    question: QuestionOf<Kind>,
    options?: AskOptions,
  ): Promise<AnswerTo<Kind>>;
  release(page: number): void;
}

export class CagedPage {
  readonly isPureXfa = false;
  readonly filterFactory = null;
  readonly recordedBBoxes = null;
  readonly imageCoordinates = null;
  readonly pageNumber: number;
  readonly #owner: PageOwner;
  readonly #shape: PageShape;
  /** Asked for once: the text layer and the anchors are made of the same items. */
  #text: Promise<LayerContent> | undefined;
  /** Asked for once: a page is drawn anew at every zoom. */
  #links: Promise<AnswerTo<'links'>> | undefined;

  constructor(owner: PageOwner, pageNumber: number, shape: PageShape) {
    this.#owner = owner;
    this.pageNumber = pageNumber;
    this.#shape = shape;
  }

  /** Degrees, clockwise. */
  get rotate(): number {
    return this.#shape.rotate;
  }

  getViewport({
    scale,
    rotation = this.rotate,
  }: {
    scale: number;
    rotation?: number;
  }): PageViewport {
    const { view, userUnit } = this.#shape;
    return pageViewport({ viewBox: [...view], userUnit, scale, rotation });
  }

  render(parameters: RenderParameters): PictureTask {
    return new PictureTask(this.pageNumber, parameters, (question, options) =>
      this.#owner.ask<'picture'>(question, options),
    );
  }

  getTextContent(): Promise<LayerContent> {
    this.#text ??= this.#askText();
    return this.#text;
  }

  streamTextContent(): ReadableStream<LayerContent> {
    return streamOf(this.getTextContent());
  }

  /** A help for screen readers; a page whose structure cannot be read does without. */
  getStructTree(): Promise<StructureNode | null> {
    return this.#owner.ask<'structure'>({ kind: 'structure', page: this.pageNumber }).then(
      (nodes) => structureTree(nodes, this.#contentId),
      () => null,
    );
  }

  /** Where the links of the page lie and lead. */
  links(): Promise<AnswerTo<'links'>> {
    this.#links ??= this.#askLinks();
    return this.#links;
  }

  /** Called by the viewer when the page is far away. */
  cleanup(): void {
    this.#text = undefined;
    this.#links = undefined;
    this.#owner.release(this.pageNumber);
  }

  async #askLinks(): Promise<AnswerTo<'links'>> {
    try {
      return await this.#owner.ask<'links'>({ kind: 'links', page: this.pageNumber });
    } catch (error) {
      this.#links = undefined;
      throw error;
    }
  }

  async #askText(): Promise<LayerContent> {
    try {
      const answer = await this.#owner.ask<'text'>({ kind: 'text', page: this.pageNumber });
      return layerContent(answer, this.#contentId);
    } catch (error) {
      this.#text = undefined;
      throw error;
    }
  }

  readonly #contentId = (content: number): string =>
    `document-${this.#owner.documentId}-page-${this.pageNumber}-content-${content}`;
}
