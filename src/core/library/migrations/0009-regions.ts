/**
 * Passages without words: a rectangle of a page (`rects` has it). The checks of the first migration ask every passage for a
 * word, and a table that others refer to cannot be made anew inside a transaction without losing their rows; so a region
 * has U+FFFC, the character that stands for an object in a text, as its quote, and 0..1 as its offsets. The queries answer
 * an empty quote.
 */
export const migration0009 = `
ALTER TABLE passage ADD COLUMN region INTEGER NOT NULL DEFAULT 0 CHECK (region IN (0, 1));
`;
