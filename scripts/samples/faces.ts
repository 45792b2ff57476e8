import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import type { PDFDocument, PDFFont } from 'pdf-lib';

// Noto, SIL Open Font License, as in Debian's package fonts-noto-core 20201225. `sha` is the start of
// each file's SHA-256: other versions of the fonts work too but give other bytes.
const FONT_FILES = {
  'serif-plain': { name: 'NotoSerif-Regular.ttf', sha: '9d7583b7dc9e' },
  'serif-italic': { name: 'NotoSerif-Italic.ttf', sha: 'bc25600aa27c' },
  'serif-bold': { name: 'NotoSerif-Bold.ttf', sha: '0af0ff2be8f8' },
  'sans-plain': { name: 'NotoSans-Regular.ttf', sha: '89c3c497f618' },
  'sans-italic': { name: 'NotoSans-Italic.ttf', sha: '5d7618dda819' },
  'sans-bold': { name: 'NotoSans-Bold.ttf', sha: 'e83493c94584' },
} as const;

export type FaceName = keyof typeof FONT_FILES;
export const FACE_NAMES = Object.keys(FONT_FILES) as FaceName[];

// Ligatures off: a reader who searches for "office" should not have to know about U+FB03.
const FEATURES = { liga: false, kern: false };

/** The fonts of a folder, with the names of those that the committed samples were not made with. */
export interface FontFiles {
  readonly bytes: ReadonlyMap<FaceName, Uint8Array>;
  readonly otherVersions: readonly string[];
}

/** Reads the fonts of a folder; throws naming the missing file. */
export function readFonts(folder: string): FontFiles {
  const bytes = new Map<FaceName, Uint8Array>();
  const otherVersions: string[] = [];
  for (const face of FACE_NAMES) {
    const { name, sha } = FONT_FILES[face];
    const path = join(folder, name);
    if (!existsSync(path)) throw new Error(`The font ${name} is not in the font folder.`);
    const file = readFileSync(path);
    bytes.set(face, file);
    if (!createHash('sha256').update(file).digest('hex').startsWith(sha)) otherVersions.push(name);
  }
  return { bytes, otherVersions };
}

/** The faces embedded in one PDF. Remembers which of them were drawn with. */
export class Faces {
  readonly used = new Set<FaceName>();
  private readonly fonts = new Map<FaceName, PDFFont>();

  /** Embeds the named faces as subsets with ToUnicode maps. */
  static async embed(
    pdf: PDFDocument,
    files: FontFiles,
    names: Iterable<FaceName>,
  ): Promise<Faces> {
    pdf.registerFontkit(fontkit);
    const faces = new Faces();
    for (const name of names) {
      const bytes = files.bytes.get(name);
      if (bytes === undefined) throw new Error(`no font for ${name}`);
      faces.fonts.set(name, await pdf.embedFont(bytes, { subset: true, features: FEATURES }));
    }
    return faces;
  }

  get(name: FaceName): PDFFont {
    const font = this.fonts.get(name);
    if (font === undefined) throw new Error(`the face ${name} is not embedded`);
    this.used.add(name);
    return font;
  }
}
