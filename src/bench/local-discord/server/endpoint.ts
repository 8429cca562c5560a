import { InteractionResponseType, type APIInteraction } from 'discord-api-types/v10';
import { PING } from './ping.ts';
import { createSigner } from './signer.ts';
import { acknowledge } from './interaction-routes.ts';
import type { Parts } from '../parts.ts';

/** How a request is to differ from Discord's own. */
export interface Signing {
  /** Sent in place of the right one; `null` leaves the header out. */
  readonly signature?: string | null;
  /** Signed in place of the body that is sent. */
  readonly signedBody?: string;
  /** When it is signed, in milliseconds since 1970; now unless told. */
  readonly at?: number;
  readonly contentType?: string;
}

/** An application's interactions endpoint, to which interactions go once it is set. */
export interface Endpoint {
  /** The application's public key, in hexadecimal. */
  readonly publicKey: string;
  readonly isSet: () => boolean;
  /**
   * Sets it as Discord's developer portal does: it must answer a ping, and refuse a bad signature.
   */
  readonly set: (url: string) => Promise<void>;
  /** Sends a body, signed as Discord signs. */
  readonly post: (body: string, signing?: Signing) => Promise<Response>;
  /** Sends an interaction, and takes the response as its acknowledgement. */
  readonly deliver: (payload: unknown, interaction: APIInteraction) => void;
}

export function createEndpoint(parts: () => Parts): Endpoint {
  const signer = createSigner();
  let address: string | undefined;

  async function post(body: string, { signature, signedBody, at, contentType }: Signing = {}): Promise<Response> {
    if (address === undefined) throw new Error('no endpoint is set');
    const signed = signer.sign(signedBody ?? body, at ?? Date.now());
    const sent = signature === undefined ? signed.signature : signature;
    return fetch(address, {
      method: 'POST',
      headers: {
        'content-type': contentType ?? 'application/json',
        'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
        ...(sent !== null && { 'x-signature-ed25519': sent }),
        'x-signature-timestamp': signed.timestamp,
      },
      body,
    });
  }

  async function set(url: string): Promise<void> {
    address = url;
    const pong: unknown = await (await post(PING)).json();
    if (JSON.stringify(pong) !== JSON.stringify({ type: InteractionResponseType.Pong }))
      throw new Error(`the endpoint answered a ping with ${JSON.stringify(pong)}`);
    const { status } = await post(PING, { signature: 'ab'.repeat(64) });
    if (status !== 401) throw new Error(`the endpoint answered a bad signature with ${status}`);
  }

  async function send(payload: unknown, { id, token }: APIInteraction): Promise<void> {
    const { ledger } = parts();
    const path = `/interactions/${id}/${token}/callback`;
    const request = {
      method: 'POST',
      path,
      query: new URLSearchParams(),
      body: undefined as unknown,
      at: performance.now(),
      status: 0,
    };
    ledger.opened(request);
    try {
      const response = await post(JSON.stringify(payload));
      if (response.status !== 200) throw new Error(`the endpoint answered ${response.status}`);
      request.body = await response.json();
      const answer = acknowledge(parts(), id, token, { request, authorization: undefined });
      request.status = answer.status;
      answer.afterwards?.();
    } catch (error) {
      ledger.fault('refused request', String(error));
    } finally {
      ledger.closed();
    }
  }

  return {
    publicKey: signer.publicKey,
    isSet: () => address !== undefined,
    set,
    post,
    deliver: (payload, interaction) => void send(payload, interaction),
  };
}
