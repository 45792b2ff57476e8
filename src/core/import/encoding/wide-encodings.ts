/** UTF-16 and UTF-32, with and without a byte order mark. */

export type WideEncoding = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** Bytes looked at where there is no byte order mark. */
const SAMPLE_BYTES = 16 * 1024;
/** Share of code units that must be usual ones; random bytes stay below a third. */
const USUAL_SHARE = 0.9;

export function utf16Or32(bytes: Uint8Array): WideEncoding | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.length < 8) return undefined;
  if (isUtf32(sample, true)) return 'utf-32le';
  if (isUtf32(sample, false)) return 'utf-32be';
  const little = usualUnits(sample, 1);
  const big = usualUnits(sample, 0);
  if (Math.max(little, big) < USUAL_SHARE) return undefined;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

function isUtf32(sample: Uint8Array, littleEndian: boolean): boolean {
  const view = new DataView(sample.buffer, sample.byteOffset, sample.length);
  let usual = 0;
  const count = Math.floor(sample.length / 4);
  for (let index = 0; index < count; index += 1) {
    const point = view.getUint32(index * 4, littleEndian);
    if (point > 0x10ffff) return false;
    if (point >= 0x09 && point < 0x3000) usual += 1;
  }
  return usual > count * USUAL_SHARE;
}

/**
 * Share of 16-bit units whose high byte is that of Latin, Greek, Cyrillic, Hebrew, Arabic or general punctuation and whose
 * low byte fits it. Bytes this low stand side by side with letters in no 8-bit text.
 * @param high 0 when the high byte comes first, 1 when second.
 */
function usualUnits(sample: Uint8Array, high: 0 | 1): number {
  const count = Math.floor(sample.length / 2);
  let usual = 0;
  for (let index = 0; index < count; index += 1) {
    const upper = sample[index * 2 + high] ?? 0;
    const lower = sample[index * 2 + 1 - high] ?? 0;
    const isLatin = upper === 0 && (lower >= 0x20 || (lower >= 0x09 && lower <= 0x0d));
    if (isLatin || (upper >= 1 && upper <= 7) || (upper === 0x20 && lower >= 0x10)) usual += 1;
  }
  return usual / count;
}
