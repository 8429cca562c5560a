/**
 * Discord's interactions endpoint as a function from a web-standard request to a response, for any
 * server that speaks those: Node behind an adapter, Cloudflare Workers.
 */

import type { APIInteraction } from 'discord-api-types/v10';
import type { Reply } from '../../discord/reply.ts';
import { isInteraction } from '../../discord/well-formed.ts';
import { readBody } from './request-body.ts';
import { createVerify } from './signature.ts';

/** Discord's own requests have some kilobytes; a message with all its parts may have many more. */
export const MAX_BODY_BYTES = 256 * 1024;

/** Where load balancers and containers ask whether the process is well. All else is Discord's. */
const HEALTH_PATH = '/healthz';

/** Answers a request. What is handed to `afterward` is to be done once the response is out. */
export type Endpoint = (request: Request, afterward: (work: () => Promise<void>) => void) => Promise<Response>;

export interface EndpointOptions {
  /** The application's, in hexadecimal. */
  readonly publicKey: string;
  /** The pure core. */
  readonly respond: (interaction: APIInteraction) => Reply;
  /** Sends what follows a response. Must not reject. */
  readonly followUp: (reply: Reply, interaction: APIInteraction) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Takes lines for the operator: never what was asked, by whom, or where. */
  readonly tell: (line: string) => void;
}

export function createEndpoint({ publicKey, respond, followUp, now, tell }: EndpointOptions): Endpoint {
  const verify = createVerify(publicKey);
  const decoder = new TextDecoder();

  return async (request, afterward) => {
    const { method, headers } = request;
    if (new URL(request.url).pathname === HEALTH_PATH) {
      return method === 'GET' || method === 'HEAD' ? plain(200, 'ok') : plain(405, '', { allow: 'GET, HEAD' });
    }
    if (method !== 'POST') return plain(405, 'Discord’s interactions are POSTed here.', { allow: 'POST' });
    if (!isJson(headers.get('content-type'))) return plain(415, 'Only application/json is taken.');
    const body = await readBody(request, MAX_BODY_BYTES);
    if (body === undefined) return plain(413, `At most ${MAX_BODY_BYTES} bytes are taken.`);

    const signature = headers.get('x-signature-ed25519');
    const timestamp = headers.get('x-signature-timestamp');
    if (!(await verify({ signature, timestamp, body }, now()))) return plain(401, 'The signature is not valid.');

    try {
      const interaction: unknown = JSON.parse(decoder.decode(body));
      if (!isInteraction(interaction)) {
        tell('Discord sent an interaction that can’t be read.');
        return plain(400, 'The interaction can’t be read.');
      }
      const reply = respond(interaction);
      if (reply.after) afterward(() => followUp(reply, interaction));
      return new Response(JSON.stringify(reply.response), { headers: { 'content-type': 'application/json' } });
    } catch (error) {
      tell(
        `Discord sent an interaction that can't be read (${error instanceof Error ? error.name : 'unknown error'}).`,
      );
      return plain(400, 'The interaction can’t be read.');
    }
  };
}

function isJson(contentType: string | null): boolean {
  return contentType !== null && /^application\/json\s*(?:;|$)/i.test(contentType);
}

function plain(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });
}
