/**
 * A passphrase as bytes: UTF-8 of its NFKC form, so that the same passphrase typed on another system gives the same
 * key. Unlike a string, bytes can be overwritten (`fill(0)`) when they have done their work.
 */
export function encodePassphrase(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text.normalize('NFKC'));
}
