/** From the bytes of running text (plain, Markdown, a web page) to what the library keeps of it. */
import { extname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { canonicaliseText } from '../../shared/extraction/canonical-text.ts';
import { htmlToText } from '../../shared/extraction/html-text.ts';
import { documentTitle } from './document-title.ts';
import { decodeText } from './encoding/decode-text.ts';
import { FileProblem } from './file-problem.ts';
import { judgePages, numberPages } from './judge-pages.ts';
import { mainLanguage } from './page-language.ts';
import type { DocumentContent } from './document-content.ts';
import { splitText } from './split-text.ts';

/** A web page is known by its first element; comments and an XML declaration may stand before it. */
const WEB_PAGE =
  /^\s*(<\?xml[^>]*>\s*)?(<!--[^]{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body)\b/iu;
/** A part of a web page that was saved alone; Markdown may begin like it. */
const PART_OF_PAGE =
  /^\s*<(p|div|h[1-6]|table|ul|ol|article|section|main|meta|title|center|font|blockquote)\b[^<>]{0,1000}>[^]*?<\/\w+>/iu;
const HEADING = /^ {0,3}#[ \t]+(\S.*?)[ \t#]*$/mu;

/**
 * @param encoding what a person says it is (WHATWG label), instead of what its bytes look like.
 * @throws FileProblem `empty-file` when there is nothing but white space.
 */
export async function readText(
  bytes: Uint8Array,
  fileName: string,
  encoding?: string,
): Promise<DocumentContent> {
  const decoded = await decodeText(bytes, encoding);
  // That a text is Markdown only its name tells; it is kept as it was written.
  const isMarkdown = /^\.(md|markdown)$/iu.test(extname(fileName));
  const beginning = decoded.text.slice(0, 10_000);
  if (WEB_PAGE.test(beginning) || (!isMarkdown && PART_OF_PAGE.test(beginning))) {
    const { title, text } = await htmlToText(decoded.text, () => setImmediate());
    return contentOfText(canonicaliseText(text), {
      title: documentTitle(title, fileName),
      format: 'html',
      encoding: decoded.encoding,
    });
  }
  const heading = isMarkdown ? HEADING.exec(beginning)?.[1] : undefined;
  return contentOfText(decoded.text, {
    title: documentTitle(heading ?? '', fileName),
    format: isMarkdown ? 'markdown' : 'text',
    encoding: decoded.encoding,
  });
}

/** @param text canonical. @throws FileProblem `empty-file` when there is nothing but white space. */
export async function contentOfText(
  text: string,
  known: Pick<DocumentContent, 'title' | 'format' | 'encoding'> &
    Partial<Pick<DocumentContent, 'authors' | 'date'>>,
): Promise<DocumentContent> {
  const pages = await judgePages(numberPages(splitText(text)));
  if (pages.length === 0) throw new FileProblem('empty-file');
  return {
    kind: 'text',
    state: { kind: 'imported' },
    authors: '',
    date: '',
    language: mainLanguage(pages),
    outline: [],
    pages,
    ...known,
  };
}
