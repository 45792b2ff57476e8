/**
 * What a drawing cage and the library process say to each other: ranges of one document's bytes, and nothing else. Which
 * document that is was settled before the cage got its end of the port.
 */

/** Bytes in one answer, at most. */
export const MOST_BYTES_AT_ONCE = 8 * 1024 * 1024;

/** Library process to cage. */
export type ToByteReader =
  /** Comes first; bytes, and what the document opens with if it asks for something. */
  | { kind: 'size'; size: number; password: string | null }
  | { kind: 'bytes'; id: number; bytes: Uint8Array<ArrayBuffer> };

/** Cage to library process: bytes `begin`..`end`, end exclusive. */
export interface FromByteReader {
  readonly kind: 'read';
  readonly id: number;
  readonly begin: number;
  readonly end: number;
}
