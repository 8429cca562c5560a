import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../../src/discord/reply.ts';
import { createFollowUps } from '../../../src/transports/http/follow-ups.ts';
import { pressing } from '../../support/payloads.ts';

const interaction = pressing('delete');
const deletion: Reply = {
  response: { type: 6 },
  after: [{ method: 'DELETE', route: '/webhooks/2/t/messages/@original' }],
  ifAfterFails: { flags: 0, components: [], allowed_mentions: { parse: [] } } as never,
};
const posting: Reply = {
  response: { type: 6 },
  after: [{ method: 'POST', route: '/channels/7/messages', body: { content: 'x' } }],
};

type Answer = (() => Response) | Error;
const done: Answer = () => new Response(null, { status: 204 });
const refused =
  (status: number, code = 0, headers: Record<string, string> = {}): Answer =>
  () =>
    Response.json({ code, message: 'secret of Discord' }, { status, headers });
const page =
  (status: number): Answer =>
  () =>
    new Response('<html>', { status, headers: { 'content-type': 'text/html', location: 'https://login.example' } });
const noConnection = Object.assign(new TypeError('fetch failed'), {
  cause: Object.assign(new Error(), { code: 'ECONNRESET' }),
});

/** Follows up a reply, and answers each request in turn, after so long. */
async function followUp(reply: Reply, answers: readonly Answer[], token?: string, answerAfterMs = 0) {
  const requests: { readonly line: string; readonly authorization: string | null; readonly at: number }[] = [];
  const redirects = new Set<RequestInit['redirect']>();
  const told: string[] = [];
  const since = Date.now();
  const left = [...answers];
  const follow = createFollowUps({
    token,
    tell: (line) => told.push(line),
    async fetch(url, init) {
      redirects.add(init.redirect);
      const authorization = new Headers(init.headers).get('authorization');
      requests.push({ line: `${init.method} ${url}`, authorization, at: Date.now() - since });
      const answer = left.shift() ?? done;
      if (answerAfterMs > 0) await new Promise((resolve) => setTimeout(resolve, answerAfterMs));
      if (answer instanceof Error) throw answer;
      return answer();
    },
  });
  let tookMs = 0;
  const following = follow(reply, interaction).then(() => (tookMs = Date.now() - since));
  await vi.runAllTimersAsync();
  await following;
  return { requests, told, tookMs, redirects };
}

describe('what follows a response', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
  afterEach(() => void vi.useRealTimers());

  it('is sent after Discord has had time to take in the response', async () => {
    const { requests, told } = await followUp(deletion, [done]);
    expect(requests.map(({ line }) => line)).toEqual([
      'DELETE https://discord.com/api/v10/webhooks/2/t/messages/@original',
    ]);
    expect(requests[0]?.at).toBeGreaterThan(0);
    expect(told).toEqual([]);
  });

  it.each<[string, Reply, string | null]>([
    ['is a message of the bot', posting, 'Bot a.b.c'],
    ['is authorized by the interaction alone', deletion, null],
  ])('carries the bot’s token only where it %s', async (_, reply, authorization) => {
    const { requests } = await followUp(reply, [done], 'a.b.c');
    expect(requests[0]?.authorization).toBe(authorization);
  });

  it.each<[string, Answer]>([
    ['does not know the interaction yet', refused(404, 10015)],
    ['fails', refused(503)],
    ['can’t be reached', noConnection],
    ['asks to wait', refused(429, 0, { 'retry-after': '0.3' })],
  ])('is sent again where Discord %s', async (_, answer) => {
    const { requests, told } = await followUp(deletion, [answer, answer, done]);
    expect(requests).toHaveLength(3);
    expect(told).toEqual([]);
  });

  it('is not sent to where a login page leads', async () => {
    const { redirects } = await followUp(posting, [page(302)], 'a-token');
    expect([...redirects]).toEqual(['manual']);
  });

  it('has arrived where Discord answers in JSON', async () => {
    const answer: Answer = () => Response.json({ id: '1' });
    expect((await followUp(posting, [answer], 'a-token')).told).toEqual([]);
  });

  it('waits as long as Discord asks', async () => {
    const { requests } = await followUp(deletion, [refused(429, 0, { 'retry-after': '2.5' }), done]);
    expect((requests[1]?.at ?? 0) - (requests[0]?.at ?? 0)).toBe(2500);
  });

  it.each<[string, readonly Answer[], number, string]>([
    ['refuses it', [refused(403, 50013)], 1, 'Discord answered 403 (error 50013)'],
    ['asks to wait too long', [refused(429, 0, { 'retry-after': '600' })], 1, 'Discord answered 429'],
    ['fails again and again', [refused(500), refused(500), refused(500)], 3, 'Discord answered 500'],
    ['is hidden by a login page', [page(200)], 1, 'something else than Discord answered (status 200)'],
    ['is hidden by a page that refuses', [page(403)], 1, 'something else than Discord answered (status 403)'],
    ['is hidden by a redirection', [page(302)], 1, 'something else than Discord answered (status 302)'],
    ['stays away', [noConnection, noConnection, noConnection], 3, 'no connection to Discord (ECONNRESET)'],
  ])('is given up where Discord %s, and the reader and the operator are told', async (_, answers, tries, reason) => {
    const { requests, told } = await followUp(deletion, [...answers, done]);
    expect(requests.slice(tries).map(({ line }) => line)).toEqual(['POST https://discord.com/api/v10/webhooks/2/t']);
    expect(told).toEqual([`Failed while following up a response: ${reason}.`]);
  });

  it('is forgotten within half a minute, however slow Discord is and however long it asks to wait', async () => {
    const toWait = refused(429, 0, { 'retry-after': '5' });
    const { told, tookMs } = await followUp(deletion, Array<Answer>(9).fill(toWait), undefined, 3_900);
    expect(told).toHaveLength(2);
    expect(tookMs).toBeLessThan(30_000);
  });

  it('ends quietly where not even the reader can be told', async () => {
    const { told } = await followUp(deletion, [refused(403), refused(404)]);
    expect(told).toHaveLength(2);
  });
});
