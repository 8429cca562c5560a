/** Typed arrays as base64 text, for JSON. Little endian, as all machines are that people run Node on, but for a few large ones of IBM's. */
export function toText(numbers: Int8Array | Uint8Array | Uint16Array | Uint32Array | Int16Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');
}

/** The bytes of a base64 text, in memory of their own, aligned for any typed array. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(text, 'base64');
  const aligned = new Uint8Array(bytes.length);
  aligned.set(bytes);
  return aligned;
}

/** Ascending numbers as differences in variable-length bytes: seven bits each, the eighth says that more follow. */
export function ascendingToText(ascending: Uint32Array): string {
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
  return toText(Uint8Array.from(bytes));
}

/** Undoes {@link ascendingToText}; `count` numbers are read. */
export function textToAscending(text: string, count: number): Uint32Array {
  const bytes = bytesOf(text);
  const ascending = new Uint32Array(count);
  let at = 0;
  let previous = 0;
  for (let index = 0; index < count; index += 1) {
    let shift = 0;
    let byte = bytes[at++]!;
    let difference = byte & 127;
    while (byte > 127) {
      byte = bytes[at++]!;
      shift += 7;
      difference |= (byte & 127) << shift;
    }
    previous += difference;
    ascending[index] = previous;
  }
  return ascending;
}
