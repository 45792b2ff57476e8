/** Sorts numbers by the packed words they stand for: quicksort by one byte after the other, which compares no byte twice. */

/** Fewer than this are sorted by insertion. */
const FEW = 12;

/** @param numbers sorted in place. */
export function sortPacked(numbers: Int32Array, wordOf: (number: number) => string): void {
  const words = Array.from(numbers, wordOf);
  sort(numbers, words, 0, numbers.length, 0);
}

function sort(
  numbers: Int32Array,
  words: string[],
  first: number,
  after: number,
  depth: number,
): void {
  let from = first;
  let to = after;
  let at = depth;
  while (to - from > FEW) {
    const pivot = byteAt(words, (from + to) >> 1, at);
    let less = from;
    let more = to;
    for (let i = from; i < more;) {
      const byte = byteAt(words, i, at);
      if (byte < pivot) swap(numbers, words, less++, i++);
      else if (byte > pivot) swap(numbers, words, i, --more);
      else i += 1;
    }
    sort(numbers, words, from, less, at);
    sort(numbers, words, more, to, at);
    if (pivot < 0) return;
    from = less;
    to = more;
    at += 1;
  }
  insertionSort(numbers, words, from, to);
}

/** -1 after the end: the shorter word comes first. */
function byteAt(words: readonly string[], index: number, at: number): number {
  const word = words[index] ?? '';
  return at < word.length ? word.charCodeAt(at) : -1;
}

function swap(numbers: Int32Array, words: string[], a: number, b: number): void {
  const number = numbers[a] ?? 0;
  numbers[a] = numbers[b] ?? 0;
  numbers[b] = number;
  const word = words[a] ?? '';
  words[a] = words[b] ?? '';
  words[b] = word;
}

function insertionSort(numbers: Int32Array, words: string[], from: number, to: number): void {
  for (let i = from + 1; i < to; i += 1) {
    for (let at = i; at > from && (words[at] ?? '') < (words[at - 1] ?? ''); at -= 1) {
      swap(numbers, words, at, at - 1);
    }
  }
}
