import { DiscordAPIError, HTTPError, RateLimitError, type RateLimitData } from '@discordjs/rest';
import { describe, expect, it } from 'vitest';
import { EXIT, OperatorError } from '../../../src/config/operator-error.ts';
import {
  closedForGood,
  describeFailure,
  isGone,
  isOutage,
  mayPass,
  NOT_DISCORD,
  registrationFailure,
  startFailure,
} from '../../../src/transports/gateway/discord-errors.ts';

const URL = 'https://discord.com/api/v10/webhooks/123456789012345678/secret-token';
const REQUEST = { body: { content: 'why did they protest?' }, files: undefined };

const refusal = (code: number, status = 403, message = 'No.'): DiscordAPIError =>
  new DiscordAPIError({ code, message }, code, status, 'POST', URL, REQUEST);
const httpError = (status: number): HTTPError => new HTTPError(status, 'status', 'POST', URL, REQUEST);
const caused = (code: string): Error => new Error('fetch failed', { cause: Object.assign(new Error(URL), { code }) });

const LIMIT: RateLimitData = {
  global: false,
  hash: '',
  limit: 5,
  majorParameter: '123456789012345678',
  method: 'POST',
  retryAfter: 0,
  route: '/channels/:id/messages',
  scope: 'user',
  sublimitTimeout: 0,
  timeToReset: 0,
  url: URL,
};

function brokenJson(): Error {
  try {
    return JSON.parse('{"content":why}') as never;
  } catch (error) {
    return error as Error;
  }
}

describe('an outage', () => {
  const page = new DiscordAPIError({ message: '<html>' } as never, undefined as never, 403, 'POST', URL, REQUEST);

  it.each<[string, unknown, boolean]>([
    ['a server error', httpError(502), true],
    ['a connection that fails', caused('ECONNRESET'), true],
    ['a page in Discord’s place', page, true],
    ['a page that answers a response', httpError(403), true],
    ['a limit that a proxy holds to', httpError(429), false],
    ['a limit that Discord holds to', new RateLimitError(LIMIT), false],
    ['a permission that is missing', refusal(50013), false],
    ['a token that Discord refuses', refusal(0, 401), false],
    ['no error', 'text', false],
  ])('is told from what concerns one call: %s', (_, error, expected) => {
    expect(isOutage(error)).toBe(expected);
  });
});

describe('a failure', () => {
  it.each<[string, Error, string]>([
    ['a late answer', refusal(10062, 404), 'it was too late: Discord waits only 3 seconds (error 10062)'],
    [
      'a permission to send',
      refusal(50013),
      'a permission is missing in a channel: Send Messages, or Send Messages in Threads (error 50013)',
    ],
    ['a channel out of sight', refusal(50001), 'a permission is missing in a channel: View Channel (error 50001)'],
    [
      'a history out of sight',
      refusal(160002, 400),
      'a permission is missing in a channel: Read Message History, which a reply to a message takes (error 160002)',
    ],
    [
      'an answer by somebody else',
      refusal(40060, 400),
      'another process with the same token answered it first (error 40060): stop this one, and if the bot still answers, find the other or reset the token',
    ],
    [
      'another refusal',
      refusal(50035, 400, 'Invalid Form Body'),
      'Discord refused it with error 50035: Invalid Form Body',
    ],
    ['a status without an error of Discord’s', httpError(502), 'Discord answered 502'],
    ['no connection', caused('ECONNREFUSED'), 'no connection to Discord (ECONNREFUSED)'],
    [
      'a connection that takes too long',
      caused('UND_ERR_CONNECT_TIMEOUT'),
      'no connection to Discord (UND_ERR_CONNECT_TIMEOUT)',
    ],
    ['an end by a timer', new DOMException('ended', 'AbortError'), 'no connection to Discord (timed out)'],
    [
      'a page of some other server',
      new DiscordAPIError(new ArrayBuffer(4) as never, undefined as never, 403, 'GET', URL, REQUEST),
      `${NOT_DISCORD} (status 403)`,
    ],
    [
      'a server without encryption',
      caused('ERR_SSL_WRONG_VERSION_NUMBER'),
      'no connection to Discord (ERR_SSL_WRONG_VERSION_NUMBER)',
    ],
    [
      'a certificate that nobody signed',
      caused('DEPTH_ZERO_SELF_SIGNED_CERT'),
      'no connection to Discord (DEPTH_ZERO_SELF_SIGNED_CERT)',
    ],
    ['a broken answer, without a word of it', brokenJson(), 'Discord sent something that can’t be read (SyntaxError)'],
    [
      'a wait that is too long',
      new RateLimitError({ ...LIMIT, timeToReset: 0, retryAfter: 4_200 }),
      'Discord asks to wait 5 s, longer than a reply can wait',
    ],
    ['a call that was given up', new Error('Request aborted manually'), 'no connection to Discord (timed out)'],
    ['anything else', new Error('Something else.'), 'Something else'],
  ])('is told in a line: %s', (_, error, line) => {
    expect(describeFailure(error)).toBe(line);
  });
});

describe('a failure can pass', () => {
  it.each<[string, unknown]>([
    ['where Discord fails', httpError(502)],
    ['where Discord is out of reach', caused('ECONNREFUSED')],
    ['where Discord does not answer', new DOMException('ended', 'AbortError')],
  ])('%s', (_, error) => expect(mayPass(error)).toBe(true));

  it.each<[string, unknown]>([
    ['where Discord refuses it', refusal(50001)],
    ['where the token is refused', httpError(401)],
    ['where something else answers', new Error(NOT_DISCORD)],
    ['where what was thrown is no error', 'nothing'],
  ])('but not %s', (_, error) => expect(mayPass(error)).toBe(false));
});

it('is known that a message is gone', () => {
  expect([refusal(10008, 404), refusal(50013), httpError(404)].map(isGone)).toEqual([true, false, false]);
});

describe('a failed start', () => {
  it.each<[string, Error]>([
    ['an error of Discord’s', refusal(0, 401)],
    ['a bare status', httpError(401)],
  ])('is a matter of configuration where the token is refused by %s', (_, error) => {
    const failure = startFailure(error);
    expect(failure.exitStatus).toBe(EXIT.configuration);
    expect(failure.message).toMatch(/^Discord refused the token \(DISCORD_TOKEN\)/);
  });

  it('says what went wrong, and nothing of the request', () => {
    const failure = startFailure(refusal(50035, 400, 'Invalid Form Body'));
    expect(failure.exitStatus).toBe(EXIT.failed);
    expect(failure.message).toBe('The bot could not start: Discord refused it with error 50035: Invalid Form Body.');
  });

  it('leaves alone what the operator can already act on', () => {
    const failure = new OperatorError('Do this.');
    expect(startFailure(failure)).toBe(failure);
  });

  it('says what was thrown where that is no error', () => {
    expect(startFailure('nothing')).toMatchObject({ message: 'nothing', exitStatus: EXIT.failed });
  });
});

describe('a failed registration', () => {
  it('in a server that the bot is not in says how to add it', () => {
    expect(registrationFailure(refusal(50001), '800000000000000001', 'the link above')).toMatchObject({
      message: 'The bot is not in the server of DISCORD_GUILD_ID yet. Open the link above to add it, then start again.',
      exitStatus: EXIT.configuration,
    });
  });

  it.each<[string, Error, string | undefined]>([
    ['by no connection', caused('ECONNREFUSED'), '800000000000000001'],
    ['by a refusal everywhere', refusal(50001), undefined],
  ])('%s says that the commands could not be registered', (_, error, guildId) => {
    const failure = registrationFailure(error, guildId, 'the link above');
    expect(failure.message).toMatch(/^The commands could not be registered: /);
    expect(failure.exitStatus).toBe(EXIT.failed);
  });

  it('says the same of a refused token as a failed start', () => {
    expect(registrationFailure(httpError(401), undefined, '')).toEqual(startFailure(httpError(401)));
  });
});

describe('a close of the gateway', () => {
  it.each([4004, 4014])('is for good, and a matter of configuration, with %i', (code) => {
    expect(closedForGood(code)?.exitStatus).toBe(EXIT.configuration);
  });

  it.each([4010, 4011, 4012, 4013])('is for good, and no matter of configuration, with %i', (code) => {
    expect(closedForGood(code)?.exitStatus).toBe(EXIT.failed);
  });

  it.each([1000, 1006, 4000, 4007, 4008, 4009])('is passing with %i', (code) => {
    expect(closedForGood(code)).toBeUndefined();
  });
});
