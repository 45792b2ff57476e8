import { describe, expect, it } from 'vitest';
import { decodeMentions, encodeMentions } from '../../../src/core/dates/date-codec.ts';
import { edtfDays } from '../../../src/core/dates/edtf-days.ts';
import { findDates } from '../../../src/core/dates/find-dates.ts';
import { readRange } from '../../../src/core/dates/read-range.ts';

/** Each as its words and its days. */
function found(text: string): string[] {
  return findDates(text).map(({ start, end, first, last }) => {
    const days = first === last ? `${first}` : `${first}-${last}`;
    return `${text.slice(start, end)} = ${days}`;
  });
}

describe('dates in a text', () => {
  it.each([
    ['On 4 August 2011 the pier', '4 August 2011 = 20110804'],
    ['the 4th of August, 2011', '4th of August, 2011 = 20110804'],
    ['on August 4, 2011, she', 'August 4, 2011 = 20110804'],
    ['Dec. 19, 2010', 'Dec. 19, 2010 = 20101219'],
    ['(04.08.2011)', '04.08.2011 = 20110804'],
    ['4/8/2011', '4/8/2011 = 20110804'],
    ['8/25/2011', '8/25/2011 = 20110825'],
    ['2011-08-04T10:00', '2011-08-04 = 20110804'],
    ['https://pier.example/2011/08/04/shut', '2011/08/04 = 20110804'],
    ['4.08.2011г.', '4.08.2011 = 20110804'],
    ['4 августа 2011 года', '4 августа 2011 = 20110804'],
    ['4-го авг. 2011', '4-го авг. 2011 = 20110804'],
    ['4 жніўня 2011 г.', '4 жніўня 2011 = 20110804'],
    ['«04» августа 2011 года', '04» августа 2011 = 20110804'],
    ['5 сьнежня 2011 году', '5 сьнежня 2011 = 20111205'],
    ['1 студня 2011', '1 студня 2011 = 20110101'],
    ['4 серпня 2011 р.', '4 серпня 2011 = 20110804'],
    ['am 4. August 2011', '4. August 2011 = 20110804'],
    ['le 1er août 2011', '1er août 2011 = 20110801'],
    ['el 4 de agosto de 2011', '4 de agosto de 2011 = 20110804'],
    ['dnia 4 sierpnia 2011 r.', '4 sierpnia 2011 = 20110804'],
    ['by August\n4, 2011', 'August\n4, 2011 = 20110804'],
    ['29 February 2012', '29 February 2012 = 20120229'],
  ])('a day: %s', (text, date) => {
    expect(found(text)).toEqual([date]);
  });

  it.each([
    ['in August 2011', 'August 2011 = 20110801-20110831'],
    ['у жніўні 2011 года', 'жніўні 2011 = 20110801-20110831'],
    ['4–6 August 2011', '4–6 August 2011 = 20110804-20110806'],
    ['between 4 and 6 August 2011', '4 and 6 August 2011 = 20110804-20110806'],
    ['August 4-6, 2011', 'August 4-6, 2011 = 20110804-20110806'],
    ['04-06.08.2011', '04-06.08.2011 = 20110804-20110806'],
    ['28 July – 2 August 2011', '28 July – 2 August 2011 = 20110728-20110802'],
    ['July 28 to August 2, 2011', 'July 28 to August 2, 2011 = 20110728-20110802'],
    ['з 19 па 21 снежня 2010 г.', '19 па 21 снежня 2010 = 20101219-20101221'],
    ['с июля по август 2011', 'июля по август 2011 = 20110701-20110831'],
    ['since 2011.', '2011 = 20110101-20111231'],
    ['у 2011 годзе', '2011 = 20110101-20111231'],
    ['at the pier, 2010–2012', '2010–2012 = 20100101-20121231'],
  ])('a stretch of time: %s', (text, date) => {
    expect(found(text)).toEqual([date]);
  });

  it.each([
    ['a telephone', 'call 8-029-2011-08-04 or 2011-55-33'],
    ['a version', 'v1.4.8.2011, 4.8.2011.3 and 2011.8'],
    ['pages', 'pp. 1990–1995, p. 2011, с. 2010–2012'],
    ['a number of a document', 'A/HRC/20/8/2011, E/CN.4/2004/36, No. 2011'],
    ['an amount', 'of 2011 people, in 2011 cases, of 2000 roubles, 2 011 copies'],
    ['a book number', 'ISBN 978-2011-08-04'],
    ['an impossible day', '31.02.2011, 30 February 2011, 45 August 2011, 29.02.2011, 00.08.2011'],
    ['an impossible month', '12.13.2011, 4.0.2011, 2011-13-04'],
    ['a range that goes back', '6–4 August 2011, 2012–2010'],
    ['a verb', 'we may 2011 times march 2011 times'],
    ['a decade, or a longer number', 'in the 1990s, 20110, 12011'],
    ['a date without a year', 'on 4 August they came'],
  ])('not %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('stands in reading order and does not overlap', () => {
    expect(found('From 19 December 2010 to 4 August 2011 and in 2012.')).toEqual([
      '19 December 2010 = 20101219',
      '4 August 2011 = 20110804',
      '2012 = 20120101-20121231',
    ]);
  });

  it('is the same after it was stored', () => {
    const pages = ['Shut on 4 August 2011, open in 2012.', '', 'Since 04.08.2011.'].map(
      (text, index) => ({ page: index + 1, dates: findDates(text) }),
    );
    const expected = pages.flatMap(({ page, dates }) => dates.map((date) => ({ page, ...date })));
    expect(expected).toHaveLength(3);
    expect(decodeMentions(encodeMentions(pages))).toEqual(expected);
  });
});

describe('ranges that a person types', () => {
  it.each([
    ['2011', [20110101, 20111231]],
    ['2012-02', [20120201, 20120229]],
    ['2011-08-04', [20110804, 20110804]],
    ['04.08.2011', [20110804, 20110804]],
    ['2010..2012', [20100101, 20121231]],
    ['2010-2012', [20100101, 20121231]],
    ['2011-08..2012', [20110801, 20121231]],
    ['..2012', [0, 20121231]],
    ['2010..', [20100101, 99991231]],
  ])('%s', (text, [first, last]) => {
    expect(readRange(text)).toEqual({ first, last });
  });
  it.each([
    '',
    '..',
    'soon',
    '2011-13',
    '2011-02-30',
    '2012..2010',
    '2010..2011..2012',
    '2011-00',
    '2012-2010',
  ])('not %s', (text) => {
    expect(readRange(text)).toBeUndefined();
  });
});

it.each([
  ['2011-08-04', [20110804, 20110804]],
  ['2011-09~', [20110901, 20110930]],
  ['201X', [20100101, 20191231]],
  ['2011-XX-XX', [20110101, 20111231]],
  ['2009/2010', [20090101, 20101231]],
  ['2009/..', [20090101, 99991231]],
  ['2011-21', [20110101, 20111231]],
  ['[2009, 2011]', [20090101, 20111231]],
])('the EDTF date %s means days', (text, [first, last]) => {
  expect(edtfDays(text)).toEqual({ first, last });
});

it('a document without a date has no days', () => {
  expect(edtfDays('')).toBeUndefined();
});
