import { describe, expect, it } from 'vitest';
import {
  ConfigError,
  readConfig,
  readDiscordAccess,
  readWorkerConfig,
  type Environment,
} from '../../src/config/config.ts';

const KEY = 'a1'.repeat(32);
const TOKEN = 'MTk4.Nj-k4_x.xyz';

describe('the configuration', () => {
  it.each<[string, Environment, boolean, object]>([
    ['is the terminal without a token', {}, true, { transport: 'terminal', hasToken: false }],
    [
      'is the terminal with an empty token, as in an unfilled .env',
      { DISCORD_TOKEN: ' ' },
      true,
      { transport: 'terminal', hasToken: false },
    ],
    [
      'is the terminal where that is said, even with a token',
      { TRANSPORT: 'terminal', DISCORD_TOKEN: TOKEN },
      false,
      { transport: 'terminal', hasToken: true },
    ],
    [
      'is the gateway with a token',
      { DISCORD_TOKEN: TOKEN },
      false,
      { transport: 'gateway', token: TOKEN, visibility: 'private', logLevel: 'info', logFormat: 'plain' },
    ],
    [
      'takes public answers',
      { DISCORD_TOKEN: TOKEN, REPLY_VISIBILITY: 'Public' },
      true,
      { transport: 'gateway', token: TOKEN, visibility: 'public', logLevel: 'info', logFormat: 'plain' },
    ],
    [
      'takes a server and another address',
      { DISCORD_TOKEN: TOKEN, DISCORD_GUILD_ID: '123456789012345678', DISCORD_API_URL: 'http://127.0.0.1:1/api/' },
      true,
      {
        transport: 'gateway',
        token: TOKEN,
        visibility: 'private',
        logLevel: 'info',
        logFormat: 'plain',
        guildId: '123456789012345678',
        apiUrl: 'http://127.0.0.1:1/api',
      },
    ],
    [
      'takes another form of the log',
      { DISCORD_TOKEN: TOKEN, LOG_LEVEL: 'debug', LOG_FORMAT: 'JSON' },
      true,
      { transport: 'gateway', token: TOKEN, visibility: 'private', logLevel: 'debug', logFormat: 'json' },
    ],
    [
      'takes a number of shards',
      { DISCORD_TOKEN: TOKEN, GATEWAY_SHARDS: ' 16 ' },
      true,
      { transport: 'gateway', token: TOKEN, visibility: 'private', logLevel: 'info', logFormat: 'plain', shards: 16 },
    ],
    [
      'is HTTP where that is said, without a token',
      { TRANSPORT: 'http', DISCORD_PUBLIC_KEY: KEY },
      false,
      { transport: 'http', port: 3000, publicKey: KEY, visibility: 'private', logLevel: 'info', logFormat: 'plain' },
    ],
    [
      'takes a port, and a token to post with',
      { TRANSPORT: 'http', DISCORD_PUBLIC_KEY: KEY, PORT: '8080', DISCORD_TOKEN: TOKEN },
      false,
      {
        transport: 'http',
        port: 8080,
        publicKey: KEY,
        token: TOKEN,
        visibility: 'private',
        logLevel: 'info',
        logFormat: 'plain',
      },
    ],
  ])('%s', (_, environment, canTalk, expected) => {
    expect(readConfig(environment, canTalk)).toEqual(expected);
  });

  it.each<[string, string, Environment, boolean]>([
    ['gateway without a token', 'DISCORD_TOKEN', { TRANSPORT: 'gateway' }, true],
    ['no token where there is no terminal and nothing piped in', 'DISCORD_TOKEN', {}, false],
    ['HTTP without a public key', 'DISCORD_PUBLIC_KEY', { TRANSPORT: 'http' }, true],
    ['a public key that is too short', 'DISCORD_PUBLIC_KEY', { TRANSPORT: 'http', DISCORD_PUBLIC_KEY: 'a1' }, true],
    ['a port that is none', 'PORT', { TRANSPORT: 'http', DISCORD_PUBLIC_KEY: KEY, PORT: '65536' }, true],
    ['a port in words', 'PORT', { TRANSPORT: 'http', DISCORD_PUBLIC_KEY: KEY, PORT: 'http' }, true],
    ['a token in quotation marks', 'DISCORD_TOKEN', { DISCORD_TOKEN: `"${TOKEN}"` }, true],
    ['an unknown transport', 'TRANSPORT', { TRANSPORT: 'pigeon' }, true],
    ['an unknown log level', 'LOG_LEVEL', { DISCORD_TOKEN: TOKEN, LOG_LEVEL: 'all' }, true],
    ['no shards at all', 'GATEWAY_SHARDS', { DISCORD_TOKEN: TOKEN, GATEWAY_SHARDS: '0' }, true],
    ['more shards than may connect', 'GATEWAY_SHARDS', { DISCORD_TOKEN: TOKEN, GATEWAY_SHARDS: '1001' }, true],
    ['shards in words', 'GATEWAY_SHARDS', { DISCORD_TOKEN: TOKEN, GATEWAY_SHARDS: 'auto' }, true],
    ['an unknown form of the log', 'LOG_FORMAT', { DISCORD_TOKEN: TOKEN, LOG_FORMAT: 'xml' }, true],
    ['an unknown visibility', 'REPLY_VISIBILITY', { DISCORD_TOKEN: TOKEN, REPLY_VISIBILITY: 'secret' }, true],
    ['a server’s name for its id', 'DISCORD_GUILD_ID', { DISCORD_TOKEN: TOKEN, DISCORD_GUILD_ID: 'my server' }, true],
    ['an address without http', 'DISCORD_API_URL', { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: 'localhost:3000' }, true],
  ])('refuses %s, and names %s', (_, variable, environment, canTalk) => {
    const read = (): unknown => readConfig(environment, canTalk);
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^${variable}: `));
  });

  it.each(['http://discord.example/api', 'http://192.168.0.7:3000/api', 'http://127.0.0.1.example/api'])(
    'refuses to send the token in clear to another computer: %s',
    (address) => {
      const read = (): unknown => readDiscordAccess({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: address });
      expect(read).toThrow(/^DISCORD_API_URL: the token would go to another computer without encryption/);
    },
  );

  it.each(['https://discord.example/api', 'http://localhost:3000/api', 'http://[::1]:3000/api'])(
    'takes an address that nobody listens in on: %s',
    (address) => {
      expect(readDiscordAccess({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: address }).apiUrl).toBe(address);
    },
  );

  it.each(['https://me:secret@discord.example/api', 'ftp://me:secret@discord.example', 'secret'])(
    'refuses an address with a password, or without sense, and does not show it: %s',
    (address) => {
      expect(() => readDiscordAccess({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: address })).toThrow(
        expect.objectContaining({ message: expect.not.stringContaining('secret') }),
      );
    },
  );

  it('never shows a token, not even one with a slip in it', () => {
    expect(() => readDiscordAccess({ DISCORD_TOKEN: 'secret token' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    );
  });
});

describe('the configuration of a Worker', () => {
  it('takes no port', () => {
    expect(readWorkerConfig({ DISCORD_PUBLIC_KEY: KEY, PORT: 'http', REPLY_VISIBILITY: 'public' })).toEqual({
      publicKey: KEY,
      visibility: 'public',
    });
  });

  it('needs a public key', () => {
    expect(() => readWorkerConfig({})).toThrow('DISCORD_PUBLIC_KEY: not set');
  });
});
