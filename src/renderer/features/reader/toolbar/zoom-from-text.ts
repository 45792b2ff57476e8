/** The zoom (1 is 100 %) that a person means by «150», «150 %» or «87,5»; null when it is no number above nothing. Pure. */
export function zoomFromText(text: string): number | null {
  const digits = /^\s*(\d{1,5}(?:[.,]\d*)?)\s*%?\s*$/u.exec(text)?.[1];
  const percent = digits === undefined ? 0 : Number(digits.replace(',', '.'));
  return percent > 0 ? percent / 100 : null;
}
