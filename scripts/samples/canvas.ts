import {
  PDFArray,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames as Ops,
  beginText,
  endText,
  moveText,
  setFillingGrayscaleColor,
  setFontAndSize,
  setTextRise,
  type PDFDocument,
  type PDFPage,
} from 'pdf-lib';
import type { Line } from './break-lines.ts';
import type { FaceName, Faces } from './faces.ts';

const round = (value: number): number => Math.round(value * 100) / 100;

/** One page to draw on. Points, origin at the bottom left. */
export interface Canvas {
  /** Draws a line of words from `x`; `gap` is the width of a space, already stretched. */
  line(line: Line, x: number, baseline: number, gap: number, gray?: number): void;
  rule(x: number, y: number, width: number, thickness: number, gray?: number): void;
}

export function createCanvas(pdf: PDFDocument, page: PDFPage, faces: Faces): Canvas {
  const keys = new Map<FaceName, PDFName>();
  const key = (face: FaceName): PDFName => {
    const known = keys.get(face);
    if (known !== undefined) return known;
    const made = PDFName.of(`F${keys.size + 1}`);
    page.node.setFontDictionary(made, faces.get(face).ref);
    keys.set(face, made);
    return made;
  };

  // One BT … ET per line and one TJ per face: the stretch of justified lines sits in the TJ array, as
  // typesetting programs do it, so that the extracted text has real spaces.
  const line: Canvas['line'] = ({ words }, x, baseline, gap, gray = 0) => {
    const operators = [setFillingGrayscaleColor(gray), beginText()];
    operators.push(moveText(round(x), round(baseline)));
    const pieces = words.flatMap((word, index) =>
      word.map((piece, at) => ({
        ...piece,
        spaced: at === word.length - 1 && index < words.length - 1,
      })),
    );
    for (const piece of pieces) {
      const font = faces.get(piece.face);
      operators.push(setFontAndSize(key(piece.face), piece.size), setTextRise(piece.rise));
      const shown = PDFArray.withContext(pdf.context);
      shown.push(font.encodeText(piece.spaced ? `${piece.text} ` : piece.text));
      if (piece.spaced) {
        const stretch = gap - font.widthOfTextAtSize(' ', piece.size);
        shown.push(PDFNumber.of(round((-stretch * 1000) / piece.size)));
      }
      operators.push(PDFOperator.of(Ops.ShowTextAdjusted, [shown]));
    }
    operators.push(endText());
    page.pushOperators(...operators);
  };

  const rule: Canvas['rule'] = (x, y, width, thickness, gray = 0) => {
    page.pushOperators(
      setFillingGrayscaleColor(gray),
      PDFOperator.of(
        Ops.AppendRectangle,
        [x, y, width, thickness].map((n) => PDFNumber.of(round(n))),
      ),
      PDFOperator.of(Ops.FillNonZero),
    );
  };

  return { line, rule };
}
