/** What a worker is told on its standard input, and what it says, line by line, on its standard output. */

/** The first line. Any line after it says that there is room on the disk again. */
export interface WorkerTask {
  readonly folder: string;
  /** A copy of the folder: everything is done there first, to know what must come of it. */
  readonly twin: string;
  /** Hexadecimal. */
  readonly dataKey: string;
  readonly passphrase: string;
  readonly seed: number;
  /** Files to import, absolute. */
  readonly files: readonly string[];
  /** Folders for exported files, of the library and of its twin; the same work writes the same file into both. */
  readonly exports: string;
  readonly twinExports: string;
  /** Changes after which the worker closes the library and ends; null to go on until it is killed. */
  readonly changes: number | null;
}

export type WorkerLine =
  | { kind: 'opening' }
  | { kind: 'open' }
  /** What comes now, and the digest after each of its steps. */
  | { kind: 'begin'; what: string; digests: readonly string[]; newPassphrase?: string }
  /** This file was reported as written. */
  | { kind: 'exported'; name: string }
  /** The core answered, so this step (counted from 0) must never be lost any more. */
  | { kind: 'done'; step: number }
  /** The disk is full: what was tried is tried again when there is room. */
  | { kind: 'full'; what: string }
  /** The library is not what its twin is, although nothing was killed: the workload itself is at fault, or the core. */
  | { kind: 'astray'; what: string };
