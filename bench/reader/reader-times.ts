/** What tests/e2e/reader.bench.ts measures; milliseconds, each pair measured one after the other. */
export interface Pair {
  readonly ours: number;
  readonly bare: number;
}

/** Frames while 100 pages were scrolled. */
export interface ScrolledFrames {
  readonly frames: number;
  readonly longest: number;
  readonly longestScript: number;
  /** Frames in which scripts took more than 100 ms. */
  readonly over100: number;
  /** The scripts that took longest: what called them, their name, milliseconds. */
  readonly slowest: readonly string[];
}

export interface ReaderTimes {
  /** From the click to the first page on the screen. */
  readonly first: Pair[];
  /** From Enter, or a click, to page 350 on the screen. */
  readonly jump: Pair[];
  readonly scroll: { readonly ours: ScrolledFrames; readonly bare: ScrolledFrames }[];
  /** First page of a PDF of 300 MB beside that of the report of 400 pages, both in the reader. */
  readonly large: { readonly large: number; readonly thick: number }[];
}
