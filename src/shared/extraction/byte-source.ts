/** Random access to a file's bytes. */
export interface ByteSource {
  /** Bytes. */
  readonly size: number;
  /** Bytes `begin`..`end`, end exclusive. */
  read(begin: number, end: number): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
}

/** A document that may open only with a password. */
export interface ProtectedSource extends ByteSource {
  readonly password: string | null;
}
