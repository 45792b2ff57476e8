/** The package ships no types; this is the part that the interface uses. */
declare module 'edtf' {
  export interface EdtfDate {
    readonly type: 'Date';
    /** Year, month from 0, day, then the time of day. */
    readonly values: readonly [number, number?, number?, ...number[]];
    /** true, or a bit mask of the parts it is said of. */
    readonly approximate?: boolean | number;
    readonly uncertain?: boolean | number;
    /** Bit mask of the digits written `X`. */
    readonly unspecified?: number;
  }

  export interface EdtfInterval {
    readonly type: 'Interval';
    /** Start and end: a date, an infinite number (`..`), or null (not known). */
    readonly values: readonly (EdtfDate | number | null)[];
  }

  export type EdtfValue =
    | EdtfDate
    | EdtfInterval
    | { readonly type: 'Season' | 'List' | 'Set' | 'Century' | 'Decade' | 'Year' };

  /** @throws Error when the text is no EDTF (ISO 8601-2) date of any level. */
  export function parse(text: string): EdtfValue;
}
