/** The package ships no types; this is the part that is used. */
declare module 'edtf' {
  /** @throws Error when the text is no EDTF (ISO 8601-2) date of any level. */
  export function parse(text: string): { type: string; level: number };
}
