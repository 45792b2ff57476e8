/** Encodings that a person may choose for running text: WHATWG labels where there are any, the usual ones first. */
export const TEXT_ENCODINGS = [
  'utf-8',
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'cp1125',
  'iso-8859-5',
  'x-mac-cyrillic',
  'ibm855',
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
  'macintosh',
  'ibm850',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
  // UTF-8 that was taken for Latin-1 and encoded again.
  'utf-8 twice',
] as const;
export type ChosenEncoding = (typeof TEXT_ENCODINGS)[number];
