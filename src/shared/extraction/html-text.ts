/**
 * The words of a web page as running text, read piece by piece: no tree is built, nothing is run and nothing is fetched.
 * What a browser would not show as text (scripts, styles, forms' values, pictures) is left out.
 */
import { Tokenizer, TokenizerMode, type Token, type TokenHandler } from 'parse5';

export interface HtmlText {
  readonly title: string;
  /** White space as on the page: a line break between blocks, an empty line between paragraphs; not canonical yet. */
  readonly text: string;
}

/** UTF-16 units read before there is a pause, about 10 ms. */
const STEP_UNITS = 256 * 1024;

/** Their content is text for the tokenizer, and of no use as text. */
const RAW: ReadonlySet<string> = new Set([
  'script',
  'style',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
]);
/** Left out with everything in them. Few: one of them that is never closed takes the rest of the page with it. */
const DROPPED: ReadonlySet<string> = new Set([...RAW, 'textarea', 'template', 'svg']);
const PARAGRAPHS: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre article section main header footer nav aside figure hr address'.split(
    ' ',
  ),
);
const LINES: ReadonlySet<string> = new Set(
  'br div li tr dt dd caption figcaption form fieldset legend details summary body option'.split(
    ' ',
  ),
);
const CELLS: ReadonlySet<string> = new Set(['td', 'th']);

/** @param pause awaited between steps, so that the process stays responsive. */
export async function htmlToText(html: string, pause: () => Promise<unknown>): Promise<HtmlText> {
  const collector = new TextCollector();
  for (let from = 0; from < html.length; from += STEP_UNITS) {
    collector.write(html.slice(from, from + STEP_UNITS), from + STEP_UNITS >= html.length);
    await pause();
  }
  return collector.result();
}

class TextCollector implements TokenHandler {
  readonly #tokenizer = new Tokenizer({}, this);
  readonly #parts: string[] = [];
  #title = '';
  /** The elements to be left out that are open, innermost last. */
  readonly #dropped: string[] = [];
  #isTitle = false;
  #preformatted = 0;
  /** What has to stand before the next word. */
  #gap = '';

  write(html: string, isLast: boolean): void {
    this.#tokenizer.write(html, isLast);
  }

  result(): HtmlText {
    return { title: this.#title.replaceAll(/\s+/gu, ' ').trim(), text: this.#parts.join('') };
  }

  onStartTag({ tagName, selfClosing }: Token.TagToken): void {
    if (RAW.has(tagName)) this.#tokenizer.state = TokenizerMode.RAWTEXT;
    if (tagName === 'title' || tagName === 'textarea') {
      this.#tokenizer.state = TokenizerMode.RCDATA;
    }
    if (tagName === 'script') this.#tokenizer.state = TokenizerMode.SCRIPT_DATA;
    if (DROPPED.has(tagName)) {
      if (!(selfClosing && tagName === 'svg')) this.#dropped.push(tagName);
      return;
    }
    if (tagName === 'title' && this.#dropped.length === 0) this.#isTitle = true;
    if (tagName === 'pre') this.#preformatted += 1;
    this.#border(tagName);
  }

  onEndTag({ tagName }: Token.TagToken): void {
    const open = this.#dropped.lastIndexOf(tagName);
    if (open >= 0) this.#dropped.length = open;
    if (tagName === 'title') this.#isTitle = false;
    if (tagName === 'pre') this.#preformatted = Math.max(0, this.#preformatted - 1);
    this.#border(tagName);
  }

  onCharacter({ chars }: Token.CharacterToken): void {
    if (this.#dropped.length > 0) return;
    if (this.#isTitle) this.#title += chars;
    else this.#add(chars);
  }

  onWhitespaceCharacter({ chars }: Token.CharacterToken): void {
    if (this.#dropped.length > 0) return;
    if (this.#isTitle) this.#title += chars;
    else if (this.#preformatted > 0) this.#add(chars);
    else this.#widen(' ');
  }

  onNullCharacter(): void {
    this.#widen(' ');
  }

  onComment(): void {
    // Nobody reads it on the page.
  }

  onDoctype(): void {
    // Says nothing about the text.
  }

  onEof(): void {
    // What is open counts as closed.
  }

  #border(tagName: string): void {
    if (this.#dropped.length > 0) return;
    if (PARAGRAPHS.has(tagName)) this.#widen('\n\n');
    else if (LINES.has(tagName)) this.#widen('\n');
    else if (CELLS.has(tagName)) this.#widen('\t');
  }

  /** Gaps do not add up: the widest counts. */
  #widen(gap: string): void {
    if (WIDTHS.indexOf(gap) > WIDTHS.indexOf(this.#gap)) this.#gap = gap;
  }

  #add(text: string): void {
    if (this.#parts.length > 0) this.#parts.push(this.#gap);
    this.#gap = '';
    this.#parts.push(text);
  }
}

const WIDTHS = ['', ' ', '\t', '\n', '\n\n'];
