/** The words of an OpenDocument text in the order of its paragraphs; notes stand where they are called. */
import { OfficeError } from './office-error.ts';
import { readXml } from './xml-tokens.ts';

/** Not part of the text as it is read. */
const DROPPED: ReadonlySet<string> = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:note-citation',
]);
/** Spaces that one element may stand for. */
const MOST_SPACES = 1_000;

/** @throws OfficeError when it is no text: a table, a presentation. */
export function odtToText(xml: string): string {
  const text = new OdtText();
  readXml(xml, text);
  if (!text.isText) throw new OfficeError('unknown-format');
  return text.parts.join('');
}

class OdtText {
  readonly parts: string[] = [];
  isText = false;
  /** How deep paragraphs, and what is left out, are nested. White space outside of paragraphs is layout of the file. */
  #paragraphs = 0;
  #dropped = 0;

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (DROPPED.has(name)) this.#dropped += 1;
    if (this.#dropped > 0) return;
    switch (name) {
      case 'office:text':
        this.isText = true;
        break;
      case 'text:p':
      case 'text:h':
        this.#paragraphs += 1;
        break;
      case 'text:s': {
        const count = Math.trunc(Number(attribute('text:c') ?? 1)) || 1;
        this.parts.push(' '.repeat(Math.min(Math.max(count, 1), MOST_SPACES)));
        break;
      }
      case 'text:tab':
        this.parts.push('\t');
        break;
      case 'text:line-break':
        this.parts.push('\n');
        break;
      case 'text:note':
        this.parts.push(' [');
    }
  }

  close(name: string): void {
    if (DROPPED.has(name)) this.#dropped = Math.max(0, this.#dropped - 1);
    else if (this.#dropped > 0) return;
    else if (name === 'text:p' || name === 'text:h') {
      this.#paragraphs = Math.max(0, this.#paragraphs - 1);
      this.parts.push('\n\n');
    } else if (name === 'text:note') {
      // A note ends with its last word, not with the gap behind its paragraph.
      while (this.parts.at(-1)?.trim() === '') this.parts.pop();
      this.parts.push('] ');
    }
  }

  text(characters: string): void {
    if (this.#dropped === 0 && this.#paragraphs > 0) {
      this.parts.push(characters.replaceAll(/\s+/gu, ' '));
    }
  }
}
