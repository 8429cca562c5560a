import { describe, expect, it } from 'vitest';
import { createVerify, type Signed } from '../../../src/transports/http/signature.ts';
import { createSigner } from '../../../src/bench/local-discord/server/signer.ts';

const signer = createSigner();
const verify = createVerify(signer.publicKey);
const NOW = 1_800_000_000_000;
const text = '{"type":1,"text":"¿qué? �"}';
const body = Buffer.from(text);
/** A byte that is no UTF-8, which decoders replace by U+FFFD, and what follows that in the text. */
const INVALID = Buffer.of(0xff);
const END = Buffer.from('"}');
const signed: Signed = { ...signer.sign(text, NOW), body };

describe('a signature', () => {
  it('is right where Discord has signed the timestamp and the body', async () => {
    expect(await verify(signed, NOW)).toBe(true);
  });

  it.each<[string, Partial<Signed>]>([
    ['is missing', { signature: null }],
    ['is empty', { signature: '' }],
    ['is not hexadecimal', { signature: 'z'.repeat(128) }],
    ['is too short', { signature: signed.signature?.slice(2) ?? '' }],
    ['is too long', { signature: `${signed.signature}00` }],
    ['is of other bytes', { signature: 'ab'.repeat(64) }],
    ['is another application’s', { signature: createSigner().sign(text, NOW).signature }],
    ['comes without a timestamp', { timestamp: null }],
    ['comes with another timestamp', { timestamp: String(NOW / 1000 + 1) }],
    ['comes with a timestamp that is no number', { timestamp: 'now' }],
    ['comes with another body', { body: Buffer.from(`${text} `) }],
    ['comes with a byte order mark before the body', { body: Buffer.from(`\uFEFF${text}`) }],
    ['comes with bytes that decode to the same text', { body: Buffer.concat([body.subarray(0, -5), INVALID, END]) }],
  ])('is wrong where it %s', async (_, change) => {
    expect(await verify({ ...signed, ...change }, NOW)).toBe(false);
  });

  it.each([
    [0, true],
    [299, true],
    [300, true],
    [301, false],
    [-300, true],
    [-301, false],
  ])('that is %i seconds old is taken: %s', async (age, isTaken) => {
    expect(await verify(signed, NOW + 1000 * age)).toBe(isTaken);
  });
});
