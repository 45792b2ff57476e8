/** The text items of a page in plain data, within what the interface accepts. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { TEXT_CONTENT_OPTIONS } from '../../shared/extraction/text-content.ts';
import { DRAWING_LIMITS, type TextAnswer } from './drawing-answers.ts';
import { languageOf, within } from './plain-document.ts';

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;
type Item = Extract<TextContent['items'][number], { str: string }>;
type Mark = Exclude<TextContent['items'][number], { str: string }>;
type Style = TextAnswer['styles'][number];

const GENERIC_FAMILIES: readonly string[] = ['sans-serif', 'serif', 'monospace'];

export async function plainText(page: PDFPageProxy): Promise<TextAnswer> {
  const content = await page.getTextContent(TEXT_CONTENT_OPTIONS);
  const names = new Map<string, number>();
  const styles: Style[] = [];
  const styleOf = (name: string): number => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const index = Math.min(styles.length, DRAWING_LIMITS.styles - 1);
    styles[index] = plainStyle(content.styles[name]);
    names.set(name, index);
    return index;
  };
  const items: TextAnswer['items'] = [];
  let left = DRAWING_LIMITS.text;
  let open = 0;
  for (const item of content.items.slice(0, DRAWING_LIMITS.items)) {
    if ('str' in item) {
      if (item.str.length > left) break;
      left -= item.str.length;
      items.push(plainItem(item, styleOf(item.fontName)));
      continue;
    }
    const mark = plainMark(item);
    if (mark.mark === 'end' && open === 0) continue;
    open += mark.mark === 'begin' ? 1 : -1;
    items.push(mark);
  }
  return { items, styles, language: languageOf(content.lang) };
}

function plainItem(item: Item, style: number): TextAnswer['items'][number] {
  const [a, b, c, d, e, f] = item.transform as number[];
  return {
    str: item.str,
    dir: item.dir === 'rtl' || item.dir === 'ttb' ? item.dir : 'ltr',
    transform: [
      within(a ?? 1),
      within(b ?? 0),
      within(c ?? 0),
      within(d ?? 1),
      within(e ?? 0),
      within(f ?? 0),
    ],
    width: within(item.width),
    height: within(item.height),
    style,
    hasEOL: item.hasEOL,
  };
}

function plainMark(item: Mark): Extract<TextAnswer['items'][number], { mark: unknown }> {
  const { type, tag, id } = item as { type: string; tag?: string; id?: string | null };
  return {
    mark: type === 'endMarkedContent' ? 'end' : 'begin',
    artifact: tag === 'Artifact',
    content: contentNumber(id),
  };
}

/** pdf.js names marked content `p12R_mc3`; the number is enough, the page is known. */
export function contentNumber(id: string | null | undefined): number | null {
  const digits = /_mc(\d{1,7})$/u.exec(id ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Only generic families: no font of the document is ever known to the interface. */
function plainStyle(style: TextContent['styles'][string] | undefined): Style {
  const family = style?.fontFamily ?? '';
  const part = (value: unknown): number =>
    typeof value === 'number' && Math.abs(value) <= 10 ? value : 0;
  return {
    family: (GENERIC_FAMILIES.includes(family) ? family : 'sans-serif') as Style['family'],
    ascent: part(style?.ascent),
    descent: part(style?.descent),
    vertical: style?.vertical === true,
  };
}
