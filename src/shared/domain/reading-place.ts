/** Where a person stopped reading a document. */
export interface ReadingPlace {
  /** 1-based page at the top edge of the view. */
  readonly page: number;
  /** The part of that page, 0 up to 1 of its height, that is above the edge: the same at every zoom. */
  readonly part: number;
}
