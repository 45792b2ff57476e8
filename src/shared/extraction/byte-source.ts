/** Random access to a file's bytes. */
export interface ByteSource {
  /** Bytes. */
  readonly size: number;
  /** Bytes `begin`..`end`, end exclusive. */
  read(begin: number, end: number): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
}
