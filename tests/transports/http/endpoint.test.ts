import type { APIInteraction } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { respond } from '../../../src/discord/respond.ts';
import { createEndpoint, MAX_BODY_BYTES } from '../../../src/transports/http/endpoint.ts';
import {
  buttonsOf,
  choosing,
  menusOf,
  onMessage,
  option,
  optionsOf,
  PING,
  pressing,
  READER,
  slash,
  typing,
} from '../../support/payloads.ts';
import { messageFor } from '../../support/replies.ts';
import { createSigner } from '../../../src/bench/local-discord/server/signer.ts';
import { bot } from '../../support/small-bot.ts';

const NOW = 1_800_000_000_000;
const signer = createSigner();

/** What an endpoint does with requests: each response, what it hands on, and what it tells. */
function startEndpoint(respondTo: typeof respond = respond) {
  const work: (() => Promise<void>)[] = [];
  const followed: APIInteraction[] = [];
  const told: string[] = [];
  const endpoint = createEndpoint({
    publicKey: signer.publicKey,
    respond: (interaction) => respondTo(interaction, bot),
    followUp: (_, interaction) => Promise.resolve(void followed.push(interaction)),
    now: () => NOW,
    tell: (line) => told.push(line),
  });
  const send = (request: Request): Promise<Response> => endpoint(request, (one) => work.push(one));
  return { send, work, followed, told };
}

function signed(body: string, headers: Record<string, string> = {}, path = '/'): Request {
  const { signature, timestamp } = signer.sign(body, NOW);
  return new Request(`http://bot${path}`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-signature-ed25519': signature,
      'x-signature-timestamp': timestamp,
      ...headers,
    },
  });
}

const card = messageFor(slash('ask', [option('question', 'eels')]), bot);
const ownMessage = { message: { id: '600000000000000001', interaction_metadata: { user: { id: READER } } } };
const interactions: readonly (readonly [string, APIInteraction])[] = [
  ['a ping', JSON.parse(PING) as APIInteraction],
  ['a question', slash('ask', [option('question', 'eels')])],
  ['a question in Chinese', slash('ask', [option('question', 'eels')], { locale: 'zh-CN' })],
  ['/browse', slash('browse')],
  ['/passage', slash('passage', [option('number', '1')])],
  ['/report', slash('report')],
  ['a command of another version', slash('unknown')],
  ['a text that is being typed', typing('ask', 'question', 'ee')],
  ['a paragraph that is being typed', typing('passage', 'number', '1')],
  ['the menu of a message', onMessage('what do the eels do?')],
  ['a choice', choosing(menusOf(card)[0] ?? 'other', [optionsOf(card)[0]?.value ?? ''])],
  ...buttonsOf(card).map(({ label, custom_id }) => [`the button ${label}`, pressing(custom_id)] as const),
  ['Delete, pressed by the owner', pressing('delete', ownMessage)],
  ['Delete, pressed by somebody else', pressing('delete')],
  ['a button that nobody made', pressing('nonsense:1')],
];

describe('an interaction that Discord has signed', () => {
  it.each(interactions)('gets the same payload as by the gateway, byte for byte: %s', async (_, interaction) => {
    const { send, work } = startEndpoint();
    const response = await send(signed(JSON.stringify(interaction)));
    const reply = respond(interaction, bot);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.text()).toBe(JSON.stringify(reply.response));
    expect(work).toHaveLength(reply.after ? 1 : 0);
  });

  it('is followed up only once the response is out', async () => {
    const { send, work, followed } = startEndpoint();
    const deletion = pressing('delete', ownMessage);
    await send(signed(JSON.stringify(deletion)));
    expect(followed).toEqual([]);
    for (const one of work) await one();
    expect(followed).toEqual([deletion]);
  });

  it('is taken at any path, and with a charset', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    expect((await startEndpoint().send(signed(PING, headers, '/bots/pullquote'))).status).toBe(200);
  });

  it.each([
    ['of a type that is not known yet', '{"type":99}'],
    ['that is no object', 'null'],
    ['that is no JSON', '{"type":'],
    ['that lacks all but its type', '{"type":2}'],
  ])('%s is refused, without a word of why', async (_, body) => {
    const { send } = startEndpoint();
    const response = await send(signed(body));
    expect(response.status).toBe(400);
    expect(await response.text()).toBe('The interaction can’t be read.');
  });

  it('at which the bot fails is told to the operator, without what was asked', async () => {
    const { send, told } = startEndpoint(() => {
      throw new TypeError('no reading of “where are the eels”');
    });
    const response = await send(signed(PING));
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('eels');
    expect(told).toEqual(["Discord sent an interaction that can't be read (TypeError)."]);
  });
});

describe('a request is refused', () => {
  it.each<[number, string, Request]>([
    [
      401,
      'without a signature',
      new Request('http://bot/', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }),
    ],
    [401, 'with a wrong signature', signed(PING, { 'x-signature-ed25519': 'ab'.repeat(64) })],
    [401, 'with an old timestamp', signed(PING, { 'x-signature-timestamp': String(NOW / 1000 - 301) })],
    [405, 'with another method', new Request('http://bot/')],
    [405, 'that would change the health', new Request('http://bot/healthz', { method: 'POST', body: '{}' })],
    [413, 'with a body too large', signed('x'.repeat(MAX_BODY_BYTES + 1))],
    [415, 'without JSON', signed(PING, { 'content-type': 'text/plain' })],
    [415, 'with something that begins like JSON', signed(PING, { 'content-type': 'application/jsonp' })],
  ])('with %i where it comes %s', async (status, _, request) => {
    const { send, work } = startEndpoint(() => {
      throw new Error('asked before the signature was checked');
    });
    expect((await send(request)).status).toBe(status);
    expect(work).toEqual([]);
  });

  it('whatever its headers and body are', async () => {
    const { send, told } = startEndpoint();
    const text = fc.string({ unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)) });
    await fc.assert(
      fc.asyncProperty(text, text, fc.string(), async (signature, timestamp, body) => {
        const headers = { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp };
        expect((await send(signed(body, headers))).status).toBe(401);
      }),
    );
    expect(told).toEqual([]);
  });

  it('and is told which methods there are', async () => {
    const { send } = startEndpoint();
    expect((await send(new Request('http://bot/'))).headers.get('allow')).toBe('POST');
  });
});

describe('/healthz', () => {
  it.each(['GET', 'HEAD'])('says that the bot is well, by %s', async (method) => {
    expect((await startEndpoint().send(new Request('http://bot/healthz', { method }))).status).toBe(200);
  });
});
