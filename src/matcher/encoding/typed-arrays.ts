// Typed arrays as text for JSON.

/**
 * In base64. A number takes one to two bytes this way, and the
 * prepared file has millions of them. Little-endian, like every machine that Node.js supports
 * except IBM Z.
 */
export function encodeNumbers(numbers: Uint8Array | Uint16Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');
}

export function decodeBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(text, 'base64');
  const aligned = new Uint8Array(bytes.length); // memory of its own, aligned for any typed array
  aligned.set(bytes);
  return aligned;
}

export function decodeUint16(text: string): Uint16Array {
  return new Uint16Array(decodeBytes(text).buffer);
}

/**
 * Encodes whole numbers as a character each. Where nearly all are below 92, the file is smaller
 * than with base64, compressed too: nothing is spread over several characters.
 * @param numbers each from 0 to 55,000
 */
export function encodeSmall(numbers: Iterable<number>): string {
  let text = '';
  for (const number of numbers) text += String.fromCharCode(number + FIRST_CHARACTER);
  return text;
}

/** Undoes {@link encodeSmall}. */
export function decodeSmall(text: string): Uint16Array {
  const numbers = new Uint16Array(text.length);
  // All at once: a start decodes millions of characters, and one by one takes far longer.
  Buffer.from(numbers.buffer).write(text, 'utf16le');
  for (let at = 0; at < numbers.length; at += 1) numbers[at]! -= FIRST_CHARACTER;
  return numbers;
}

/** `#`. Below it are the space, `!`, and what JSON spells out. */
const FIRST_CHARACTER = 35;

/**
 * Encodes ascending numbers as the differences between them, in LEB128: seven bits a byte, and
 * the eighth bit says that more follow. Sorted keys take a quarter of their size this way.
 * https://en.wikipedia.org/wiki/LEB128
 */
export function encodeAscending(ascending: Uint32Array): string {
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
  return encodeNumbers(Uint8Array.from(bytes));
}

/** Undoes {@link encodeAscending}. */
export function decodeAscending(text: string): Uint32Array {
  const bytes = decodeBytes(text);
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
