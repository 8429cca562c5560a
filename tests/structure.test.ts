/** Holds the source to its structure: imports run downwards only, and each room takes in only what belongs there. */

import { readdirSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each room may import: rooms by name, packages and Node's modules as they are written. A room may always import itself. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  report: ['zod', 'yaml', 'node:crypto'],
  matching: ['fuse.js'],
  messages: ['report', 'zod', 'intl-messageformat', 'discord-api-types/v10'],
  answers: ['report', 'matching', 'messages'],
  discord: ['answers', 'messages', 'report', 'discord-api-types/v10'],
  transports: [
    'matching',
    'discord',
    'answers',
    'messages',
    'report',
    'discord.js',
    '@discordjs/ws',
    'wrap-ansi',
    'node:child_process',
    'node:fs',
    'node:readline',
    'node:stream',
    'node:timers/promises',
    'node:util',
    'config.ts',
    'prepared.ts',
    'program.ts',
  ],
};

const ANY_ROOM = Object.keys(ROOMS);
/** Programs and what they share: they may import every room, and touch files, environment and clock. */
const OUTSIDE = [
  'build',
  'measure',
  'config.ts',
  'prepared.ts',
  'program.ts',
  'process-streams.ts',
  'main.ts',
  'ask.ts',
  'register.ts',
];

const source = new URL('../src/', import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(sep).join('/'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, room: name.split('/')[0] ?? name, text: readFileSync(new URL(name, source), 'utf8') }));

/** What a file imports, statically or later: rooms by name, everything else as it is written. */
function importsOf({ name, text }: (typeof files)[number]): readonly string[] {
  const found = [
    ...text.matchAll(/(?:^import\s(?:[^'";]*?\sfrom\s)?|^export\s[^'";]*?\sfrom\s|\bimport\()\s*'([^']+)'/gm),
  ].map(([, from = '']) => from);
  return found.map((from) => {
    if (!from.startsWith('.')) return from;
    const target = posix.join(posix.dirname(name), from);
    return target.includes('/') ? (target.split('/')[0] ?? target) : target;
  });
}

describe('the source', () => {
  it('has only the rooms that are known', () => {
    expect(new Set(files.map(({ room }) => room))).toEqual(new Set([...ANY_ROOM, ...OUTSIDE]));
  });

  it.each(files.filter(({ room }) => room in ROOMS).map((file) => [file.name, file] as const))(
    '%s imports only what its room may',
    (_, file) => {
      const allowed = [file.room, ...(ROOMS[file.room] ?? [])];
      expect(importsOf(file).filter((from) => !allowed.includes(from))).toEqual([]);
    },
  );

  it('finds imports at all', () => {
    const main = files.find(({ name }) => name === 'main.ts');
    expect(main && importsOf(main)).toEqual(expect.arrayContaining(['dotenv', 'config.ts', 'transports']));
  });

  it('imports discord.js for the gateway and registration alone', () => {
    const using = files.filter((file) => importsOf(file).includes('discord.js')).map(({ name }) => name);
    expect(using.sort()).toEqual([
      'register.ts',
      'transports/discord-failures.ts',
      'transports/gateway.ts',
      'transports/registration.ts',
    ]);
  });

  it('imports Fuse.js in one file, and where it is measured against', () => {
    expect(
      files.filter((file) => file.room !== 'measure' && importsOf(file).includes('fuse.js')).map(({ name }) => name),
    ).toHaveLength(1);
  });

  it.each(files.filter(({ room }) => room in ROOMS && room !== 'transports').map((file) => [file.name, file] as const))(
    '%s touches no file, environment or clock',
    (_, { text }) => {
      expect(text).not.toMatch(
        /\bprocess\.|\bDate\.now\b|\bperformance\.now\b|\bMath\.random\b|node:fs|\bsetTimeout\b/,
      );
    },
  );
});
