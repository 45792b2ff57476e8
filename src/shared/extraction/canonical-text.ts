/** Canonical text of a text file: NFC, LF, no byte order mark, form feeds and soft hyphens resolved. */

/** NUL and other controls that no text file uses: shown, so that damage is seen. Tab and line ends stay. */
const DAMAGE = /[\0-\x08\x0e-\x1f\x7f]/gu;
const LINE_END = /\r\n?|[\v\x85\u2028\u2029]/gu;
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/gu;

/** Well-formed UTF-16 comes out whatever goes in: lone surrogates become U+FFFD. */
export function canonicaliseText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(LINE_END, '\n')
    .replaceAll('\f', '\n\n')
    .replaceAll(DAMAGE, '\ufffd')
    .replaceAll(INVISIBLE, '')
    .normalize('NFC');
}
