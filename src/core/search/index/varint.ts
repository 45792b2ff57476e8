/** Unsigned integers of 7 bits a byte, least significant first; values up to 2^53 - 1. */

export class ByteWriter {
  #bytes = Buffer.allocUnsafe(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  write(value: number): void {
    if (this.#length + 8 > this.#bytes.length) this.#grow(8);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest % 128) | 128;
      rest = rest < 0x8000_0000 ? rest >>> 7 : Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }

  writeByte(byte: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = byte;
  }

  /** The units of `packed` from `from` on, each as one byte. */
  writePacked(packed: string, from = 0): void {
    const size = packed.length - from;
    if (this.#length + size > this.#bytes.length) this.#grow(size);
    for (let i = from; i < packed.length; i += 1) {
      this.#bytes[this.#length++] = packed.charCodeAt(i);
    }
  }

  /** A copy of what was written; the writer is empty afterwards. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }

  #grow(atLeast: number): void {
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + atLeast));
    this.#bytes.copy(larger);
    this.#bytes = larger;
  }
}

export class ByteReader {
  readonly #bytes: Uint8Array;
  /** The same bytes, made when the first word is read: lists of pages have none. */
  #words: Buffer | undefined;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  read(): number {
    let byte = this.#bytes[this.at++] ?? 0;
    let value = byte & 127;
    for (let scale = 128; byte > 127; scale *= 128) {
      byte = this.#bytes[this.at++] ?? 0;
      value += (byte & 127) * scale;
    }
    return value;
  }

  readPacked(length: number): string {
    const from = this.at;
    this.at += length;
    this.#words ??= Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset);
    return this.#words.toString('latin1', from, this.at);
  }

  /** Passes over `values` integers. */
  skip(values: number): void {
    for (let left = values; left > 0; this.at += 1) {
      if ((this.#bytes[this.at] ?? 0) < 128) left -= 1;
    }
  }
}
