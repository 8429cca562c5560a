// Whole numbers in as few bytes as they need.

/** The same numbers, a byte each if all of them fit. @param numbers each from 0 to 65,535 */
export function inFewBytes(numbers: readonly number[]): Uint8Array | Uint16Array {
  return numbers.some((number) => number > 0xff) ? Uint16Array.from(numbers) : Uint8Array.from(numbers);
}

/**
 * Encodes ascending numbers as the differences between them, in LEB128: seven bits a byte, and
 * the eighth bit says that more follow. Sorted keys take a quarter of their size this way.
 * https://en.wikipedia.org/wiki/LEB128
 */
export function encodeAscending(ascending: Uint32Array): Uint8Array {
  const bytes: number[] = [];
  let previous = 0;
  for (const number of ascending) {
    let difference = number - previous;
    previous = number;
    while (difference > 127) {
      bytes.push((difference & 127) | 128);
      difference >>>= 7;
    }
    bytes.push(difference);
  }
  return Uint8Array.from(bytes);
}

/** Undoes {@link encodeAscending}. */
export function decodeAscending(bytes: Uint8Array): Uint32Array {
  const ascending = new Uint32Array(bytes.length);
  let count = 0;
  let previous = 0;
  let difference = 0;
  let shift = 0;
  // By index: every start decodes hundreds of thousands of bytes, and an iterator is slower.
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    difference |= (byte & 127) << shift;
    shift += 7;
    if (byte > 127) continue;
    previous += difference;
    ascending[count] = previous;
    count += 1;
    difference = 0;
    shift = 0;
  }
  return ascending.slice(0, count);
}

/**
 * Where each row starts in a flat array of rows, from how long each row is; one more number
 * than there are rows, so that row `r` runs from `starts[r]` to `starts[r + 1]`.
 */
export function startsOf(lengths: Uint8Array | Uint16Array | Uint32Array): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  let end = 0;
  for (let row = 0; row < lengths.length; row += 1) {
    end += lengths[row]!;
    starts[row + 1] = end;
  }
  return starts;
}
