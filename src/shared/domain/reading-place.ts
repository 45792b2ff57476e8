/** Degrees clockwise, on top of how each page lies by itself. */
export const ROTATIONS = [0, 90, 180, 270] as const;
export type Rotation = (typeof ROTATIONS)[number];

/** Where a person stopped reading a document. */
export interface ReadingPlace {
  /** 1-based page at the top edge of the view. */
  readonly page: number;
  /** The part of that page, 0 up to 1 of its height, that is above the edge: the same at every zoom. */
  readonly part: number;
}

/** How a person left a document. */
export interface LeftDocument extends ReadingPlace {
  /** How its pages were turned; 0 for texts. */
  readonly rotation: Rotation;
}
