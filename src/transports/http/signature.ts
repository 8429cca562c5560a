/**
 * Discord's signature of what it sends. Source: Discord's documentation, “Interactions: validating
 * security request headers”.
 */

/** How far a timestamp may be from our own clock, in seconds: an older request may be a replay. */
const MAX_SKEW_SECONDS = 300;

const SIGNATURE = /^[0-9a-f]{128}$/i;
const TIMESTAMP = /^\d{1,12}$/;

/** What comes with a request. */
export interface Signed {
  /** The headers, as they came; `null` where one is missing. */
  readonly signature: string | null;
  readonly timestamp: string | null;
  /** As it came: another body can decode to the same text. */
  readonly body: Uint8Array;
}

/** Whether Discord has signed this, and signed it just now. `now` is in milliseconds since 1970. */
export type Verify = (signed: Signed, now: number) => Promise<boolean>;

/** @param publicKey the application's, as 64 hexadecimal digits */
export function createVerify(publicKey: string): Verify {
  const encoder = new TextEncoder();
  const importing = crypto.subtle.importKey('raw', bytesOf(publicKey), ALGORITHM, false, ['verify']);
  importing.catch(() => undefined); // whoever verifies is told

  return async ({ signature, timestamp, body }, now) => {
    if (signature === null || !SIGNATURE.test(signature)) return false;
    if (timestamp === null || !TIMESTAMP.test(timestamp)) return false;
    if (Math.abs(now / 1000 - Number(timestamp)) > MAX_SKEW_SECONDS) return false;
    const message = new Uint8Array(timestamp.length + body.length);
    encoder.encodeInto(timestamp, message);
    message.set(body, timestamp.length);
    return crypto.subtle.verify(ALGORITHM, await importing, bytesOf(signature), message);
  };
}

const ALGORITHM = { name: 'Ed25519' };

function bytesOf(hexadecimal: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hexadecimal.length / 2);
  for (let index = 0; index < bytes.length; index += 1)
    bytes[index] = Number.parseInt(hexadecimal.slice(2 * index, 2 * index + 2), 16);
  return bytes;
}
