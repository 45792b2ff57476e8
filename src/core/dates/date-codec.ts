/** The days that the pages of one document mention, as bytes. */
import { ByteReader, ByteWriter } from '../search/index/varint.ts';
import type { DayRange } from './day-range.ts';
import type { FoundDate } from './find-dates.ts';

/** A day, or a range of days, that a page mentions. */
export interface Mention extends DayRange {
  /** 1-based. */
  readonly page: number;
  /** UTF-16 units of the page's canonical text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Numbers are differences: pages and starts rise, and days of one page lie near each other. */
export function encodeMentions(
  pages: readonly { page: number; dates: readonly FoundDate[] }[],
): Buffer {
  const writer = new ByteWriter();
  let before = 0;
  for (const { page, dates } of pages) {
    if (dates.length === 0) continue;
    writer.write(page - before);
    writer.write(dates.length);
    before = page;
    let at = 0;
    for (const { start, end, first, last } of dates) {
      writer.write(start - at);
      writer.write(end - start);
      writer.write(first);
      writer.write(last - first);
      at = end;
    }
  }
  return writer.take();
}

export function decodeMentions(bytes: Uint8Array): Mention[] {
  const reader = new ByteReader(bytes);
  const mentions: Mention[] = [];
  let page = 0;
  while (reader.at < bytes.length) {
    page += reader.read();
    let at = 0;
    // Damaged bytes must end, too.
    for (let left = reader.read(); left > 0 && reader.at < bytes.length; left -= 1) {
      const start = at + reader.read();
      const end = start + reader.read();
      const first = reader.read();
      mentions.push({ page, start, end, first, last: first + reader.read() });
      at = end;
    }
  }
  return mentions;
}
