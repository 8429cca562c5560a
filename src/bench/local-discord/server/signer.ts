/** Signs requests as Discord does, with a key made for the test. */

import { generateKeyPairSync, sign } from 'node:crypto';

export interface Signer {
  /** In hexadecimal. */
  readonly publicKey: string;
  /** @param now in milliseconds since 1970 */
  readonly sign: (body: string, now: number) => { readonly signature: string; readonly timestamp: string };
}

export function createSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'),
    sign(body, now) {
      const timestamp = String(Math.floor(now / 1000));
      return { signature: sign(null, Buffer.from(timestamp + body), privateKey).toString('hex'), timestamp };
    },
  };
}
