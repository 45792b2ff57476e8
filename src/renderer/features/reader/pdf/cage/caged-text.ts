/** Text content for pdf.js' text layer, made of checked plain data. */
import type { TextItem } from '../../../../../shared/extraction/text-content.ts';
import type { TextAnswer } from '../../../../drawing/drawing-answers.ts';

interface LayerMark {
  readonly type: 'beginMarkedContentProps' | 'endMarkedContent';
  readonly tag: string | null;
  readonly id: string | null;
}
interface LayerStyle {
  readonly fontFamily: string;
  readonly ascent: number;
  readonly descent: number;
  readonly vertical: boolean;
}

/** In the shape of pdf.js' `TextContent`. */
export interface LayerContent {
  readonly items: readonly (TextItem | LayerMark)[];
  readonly styles: Readonly<Record<string, LayerStyle>>;
  readonly lang: string | null;
}

/** @param contentId the id, unique in the interface, of an element that shows a piece of marked content. */
export function layerContent(
  { items, styles, language }: TextAnswer,
  contentId: (content: number) => string,
): LayerContent {
  return {
    items: items.map((item) => {
      if ('str' in item) {
        const { style, ...rest } = item;
        return { ...rest, fontName: `style${style}` };
      }
      return {
        type: item.mark === 'begin' ? 'beginMarkedContentProps' : 'endMarkedContent',
        tag: item.artifact ? 'Artifact' : null,
        id: item.content === null ? null : contentId(item.content),
      };
    }),
    styles: Object.fromEntries(
      styles.map(({ family, ...rest }, index) => [
        `style${index}`,
        { fontFamily: family, ...rest },
      ]),
    ),
    lang: language,
  };
}

/** Items in one go of the text layer: it lays them out without a break. */
const ITEMS_AT_ONCE = 300;

/** The content in parts, each in a task of its own, so that a page of many items does not hold the screen up. */
export function streamOf(content: Promise<LayerContent>): ReadableStream<LayerContent> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      const { items, styles, lang } = await content;
      if (at > 0) await nextTask();
      controller.enqueue({ items: items.slice(at, at + ITEMS_AT_ONCE), styles, lang });
      at += ITEMS_AT_ONCE;
      if (at >= items.length) controller.close();
    },
  });
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
