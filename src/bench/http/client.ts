/** Sends signed interactions, as Discord does. */

import { generateKeyPairSync, sign } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { APIInteraction } from 'discord-api-types/v10';
import { OperatorError } from '../../config/operator-error.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');

/** In hexadecimal. */
export const PUBLIC_KEY = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');

export interface SignedRequest {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string | number>>;
}

/** Signed ahead, so that it costs nothing while something is measured. */
export function signedRequest(interaction: APIInteraction): SignedRequest {
  const body = Buffer.from(JSON.stringify(interaction));
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = sign(null, Buffer.concat([Buffer.from(timestamp), body]), privateKey).toString('hex');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'content-length': body.length,
      'x-signature-ed25519': signature,
      'x-signature-timestamp': timestamp,
    },
  };
}

export interface Client {
  /** @throws OperatorError if the response is not 200 */
  readonly send: (signed: SignedRequest) => Promise<void>;
  /**
   * Sends all, so many at a time.
   * @returns the milliseconds that all took together
   */
  readonly sendAll: (all: readonly SignedRequest[], inFlight: number) => Promise<number>;
  readonly close: () => void;
}

export function createClient(url: string): Client {
  const agent = new Agent({ keepAlive: true });

  function send({ body, headers }: SignedRequest): Promise<void> {
    return new Promise((resolve, reject) => {
      const sending = request(url, { method: 'POST', agent, headers }, (response) => {
        response.resume().once('end', () => {
          if (response.statusCode === 200) resolve();
          else reject(new OperatorError(`An interaction was answered with ${response.statusCode}.`));
        });
      });
      sending.once('error', reject);
      sending.end(body);
    });
  }

  async function sendAll(all: readonly SignedRequest[], inFlight: number): Promise<number> {
    const left = all.values();
    const since = performance.now();
    const one = async (): Promise<void> => {
      for (const signed of left) await send(signed);
    };
    await Promise.all(Array.from({ length: inFlight }, one));
    return performance.now() - since;
  }

  return { send, sendAll, close: () => agent.destroy() };
}
