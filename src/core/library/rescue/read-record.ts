/** Rows as SQLite stores them (sqlite.org/fileformat2.html, «Record Format»), read without SQLite. */

export type StoredValue = null | number | bigint | string | Buffer;

/** A variable-length integer: 1 to 9 bytes, 7 bits each, the ninth 8. Undefined when it does not end. */
export function readVarint(
  bytes: Buffer,
  position: number,
): { value: bigint; next: number } | undefined {
  let value = 0n;
  for (let index = 0; index < 9; index += 1) {
    if (position + index >= bytes.length) return undefined;
    const byte = bytes.readUInt8(position + index);
    if (index === 8) return { value: signed((value << 8n) | BigInt(byte)), next: position + 9 };
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return { value, next: position + index + 1 };
  }
  return undefined;
}

function signed(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

/**
 * The columns of a row. What is not valid UTF-8 has U+FFFD in its place, so that it shows.
 * @returns undefined when the bytes are no record.
 */
export function readRecord(payload: Buffer): StoredValue[] | undefined {
  const header = readVarint(payload, 0);
  if (!header || header.value > BigInt(payload.length) || header.value < 1n) return undefined;
  const end = Number(header.value);
  const values: StoredValue[] = [];
  let body = end;
  for (let position = header.next; position < end;) {
    const type = readVarint(payload, position);
    if (!type || type.next > end || type.value < 0n) return undefined;
    position = type.next;
    const length = lengthOf(Number(type.value));
    if (length === undefined || body + length > payload.length) return undefined;
    values.push(readValue(payload.subarray(body, body + length), Number(type.value)));
    body += length;
  }
  return body === payload.length ? values : undefined;
}

/** Bytes of integers by serial type 1 to 6. */
const INTEGER_BYTES = [1, 2, 3, 4, 6, 8];

function lengthOf(type: number): number | undefined {
  if (type === 0 || type === 8 || type === 9) return 0;
  if (type <= 6) return INTEGER_BYTES[type - 1];
  if (type === 7) return 8;
  // 10 and 11 are never stored.
  return type < 12 ? undefined : Math.floor((type - 12) / 2);
}

function readValue(bytes: Buffer, type: number): StoredValue {
  if (type === 0) return null;
  if (type === 7) return bytes.readDoubleBE(0);
  if (type === 8 || type === 9) return type - 8;
  if (type === 6) return shortened(bytes.readBigInt64BE(0));
  if (type < 6) return bytes.readIntBE(0, bytes.length);
  return type % 2 === 0 ? Buffer.from(bytes) : bytes.toString('utf8');
}

function shortened(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
