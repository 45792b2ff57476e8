/** Tells UTF-8 from code pages, also where a few bytes of it are damaged. */

/** So many well-formed sequences for each broken one make a damaged UTF-8 file; by chance they are rarer than one. */
const GOOD_PER_BROKEN = 20;

/** True for plain ASCII too. */
export function looksLikeUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let broken = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    const more =
      byte >= 0xc2 && byte < 0xe0
        ? 1
        : byte >= 0xe0 && byte < 0xf0
          ? 2
          : byte >= 0xf0 && byte < 0xf5
            ? 3
            : 0;
    let followed = 0;
    while (followed < more && ((bytes[index + 1 + followed] ?? 0) & 0xc0) === 0x80) followed += 1;
    if (more > 0 && followed === more) good += 1;
    else if (index + followed + 1 < bytes.length || more === 0) broken += 1;
    index += followed;
  }
  return broken === 0 || good >= broken * GOOD_PER_BROKEN;
}
