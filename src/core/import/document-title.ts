/** The title a document gets at import. */
import { extname } from 'node:path';

/** More is a paragraph that a converter put there, not a title. UTF-16 units. */
const LONGEST = 300;
const PLACEHOLDER =
  /^(untitled|unknown|document\s*\d*|title|no title|slide \d+|без названия|документ\s*\d*|презентация\s*\d*|powerpoint presentation|microsoft (office )?(word|excel|powerpoint)\b.*|layout \d+|.*\.(docx?|pdf|rtf|odt|txt|indd|qxd|qxp|tex|dvi|fm|pptx?|xlsx?|pmd|wpd|html?|cdr|ai|p65|png|jpe?g|tiff?|eps|ps)\.*)$/iu;

/** The PDF's own title when it is a sane one, else the file name without its ending. */
export function documentTitle(pdfTitle: string, fileName: string): string {
  const title = pdfTitle.trim();
  return isSane(title) ? title : titleFromName(fileName);
}

/** What programs put in the place of an author when nobody told them one. */
const NOBODY =
  /^(default|user|admin(istrator)?|author|owner|unknown|root|пользователь|автор|admin\d+|\w{1,3})$/iu;

/** Whether the author a file names may be one. */
export function isSaneName(name: string): boolean {
  return isSane(name) && !NOBODY.test(name);
}

function isSane(title: string): boolean {
  if (title.length < 3 || title.length > LONGEST || PLACEHOLDER.test(title)) return false;
  const letters = title.match(/\p{L}/gu)?.length ?? 0;
  const broken = title.match(/[\ufffd\p{Co}\p{Cc}]/gu)?.length ?? 0;
  return letters >= 2 && broken === 0 && !isMojibake(title);
}

/** Cyrillic in one byte that was read as Latin-1: almost every letter is an accented one. */
function isMojibake(title: string): boolean {
  const letters = title.match(/\p{L}/gu) ?? [];
  const accented = letters.filter((letter) => letter >= '\u00c0' && letter <= '\u00ff');
  return accented.length > letters.length / 2;
}

function titleFromName(fileName: string): string {
  // A name may hold line ends, and marks that turn what stands beside it.
  const name = fileName
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/\p{Bidi_Control}/gu, '');
  const ending = extname(name);
  const stem = ending.length > 1 && ending.length <= 6 ? name.slice(0, -ending.length) : name;
  return stem.trim() || name;
}
