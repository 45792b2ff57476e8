/** The fields of one indexed page, in the order of every per-field array of the index. */
export const FIELDS = ['title', 'body', 'note'] as const;
export type SearchField = (typeof FIELDS)[number];

export const TITLE = 0;
export const BODY = 1;
export const NOTE = 2;

/** Lunr's field boosts: a word of the title counts twice. */
export const FIELD_BOOSTS = [2, 1, 1] as const;

/** Lunr's BM25 parameters (its defaults); scores are comparable with stock Lunr only with these. */
export const K1 = 1.2;
export const B = 0.75;
