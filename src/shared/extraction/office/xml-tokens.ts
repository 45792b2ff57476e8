/**
 * Reads the XML of office files piece by piece, with the tokenizer that reads web pages: it never fails, knows no document
 * type and so no entities that unfold, and needs no tree.
 */
import { Tokenizer, type Token } from 'parse5';

export interface XmlReader {
  /** Names are in small letters. */
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(characters: string): void;
}

export function readXml(xml: string, reader: XmlReader): void {
  const onText = ({ chars }: Token.CharacterToken): void => reader.text(chars);
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag({ tagName, attrs, selfClosing }) {
        reader.open(tagName, (name) => attrs.find((attr) => attr.name === name)?.value);
        if (selfClosing) reader.close(tagName);
      },
      onEndTag: ({ tagName }) => reader.close(tagName),
      onCharacter: onText,
      onWhitespaceCharacter: onText,
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
    },
  );
  // Otherwise CDATA sections would be comments.
  tokenizer.inForeignNode = true;
  tokenizer.write(xml, true);
}
