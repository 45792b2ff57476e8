/** Why an office file was not read. */
export class OfficeError extends Error {
  readonly reason: 'unknown-format' | 'damaged-document' | 'out-of-memory';
  constructor(reason: OfficeError['reason']) {
    super(reason);
    this.name = 'OfficeError';
    this.reason = reason;
  }
}
