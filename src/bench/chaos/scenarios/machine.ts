/** The network, the output, the files, or a second process get in the way. */

import {
  chmodSync,
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pack } from '../../../build/packed.ts';
import type { Expected, Scenario, Stage } from '../scenario.ts';

const READERS = 4;
/** So many interactions that their lines fill a pipe several times over. */
const FILLING = 3_000;
/** How many of them at once. */
const AT_ONCE = 100;
/** The ID of a user who may write nowhere. */
const NOBODY = 65_534;

const DEBUG = { LOG_LEVEL: 'debug' };
const PREPARED = 'dist/prepared.bin';
const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
/** What of the project a bot needs to start. */
const NEEDED = ['package.json', 'package-lock.json', 'tsconfig.json', 'content', 'src', 'dist'];

const GOES_ON = (code: string): RegExp =>
  new RegExp(`^Standard output can't be written to \\(.*${code}.*\\); the bot goes on`);
const TOLD_OF_OTHER = /^Failed while answering .*another process with the same token .*40060/;

export const MACHINE_SCENARIOS: readonly Scenario[] = [
  {
    fault: 'nobody listens at Discord’s address',
    play: async ({ start }) => void start({ DISCORD_API_URL: 'http://127.0.0.1:9/api' }),
    expected: { exit: 1, lines: [/^The bot could not start: no connection to Discord \(ECONNREFUSED\)/] },
  },
  {
    ...portal('a page', (response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Log in</html>'),
    ),
    isShort: true,
  },
  portal('a page that forbids it', (response) =>
    response.writeHead(403, { 'content-type': 'text/html' }).end('<html>'),
  ),
  portal('a way to a page', (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()),
  portal('nothing in JSON', (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{}')),
  {
    fault: 'two processes with one token',
    isShort: true,
    async play({ startAndConnect, readers }) {
      await startAndConnect();
      await startAndConnect();
      await readers.ask(READERS);
      await readers.mention(READERS);
    },
    expected: { lines: [TOLD_OF_OTHER], mostLines: 2 }, // whoever comes second is told
  },
  {
    fault: 'standard output is closed',
    isShort: true,
    async play({ start, untilConnected, readers }) {
      start(DEBUG).process.stdout?.destroy();
      await untilConnected();
      await readers.ask(READERS);
    },
    expected: { lines: [GOES_ON('EPIPE')] },
  },
  {
    fault: 'the disk that standard output is on is full',
    async play({ startAndConnect, readers }) {
      const stdout = openSync('/dev/full', 'w');
      await startAndConnect(DEBUG, { stdout });
      closeSync(stdout);
      await readers.ask(READERS);
    },
    expected: { lines: [GOES_ON('ENOSPC')] },
  },
  {
    fault: 'standard output is not read',
    isAlone: true,
    async play({ startAndConnect, readers }) {
      const folder = mkdtempSync(join(tmpdir(), 'pullquote-'));
      const pipe = join(folder, 'pipe');
      spawnSync('mkfifo', [pipe]);
      const stdout = openSync(pipe, 'r+'); // open at both ends, so that nobody has to read
      try {
        await startAndConnect(DEBUG, { stdout });
        for (let asked = 0; asked < FILLING; asked += AT_ONCE) await readers.ask(AT_ONCE);
      } finally {
        closeSync(stdout);
        rmSync(folder, { recursive: true });
      }
    },
  },
  copied('a damaged prepared file', damage, { lines: [/prepared\.bin is damaged/] }),
  copied('a prepared file of another version', replace, {
    lines: [/^The content or the code that reads it has changed/],
  }),
  { ...copied('a folder that can’t be written to', leave, {}, true), isShort: true },
  copied(
    'a folder that can’t be written to, and a damaged prepared file',
    damage,
    {
      exit: 1,
      lines: [/prepared\.bin is damaged/, /prepared\.bin is out of date and cannot be replaced \(EACCES\)\. Make/],
    },
    true,
  ),
];

/** Something else answers in Discord's place, as networks do that want a login. */
function portal(what: string, answer: (response: ServerResponse) => unknown): Scenario {
  return {
    fault: `a network that answers with ${what}`,
    async play({ start }) {
      const server = createServer((request, response) => {
        request.resume();
        answer(response);
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      await start({ DISCORD_API_URL: `http://127.0.0.1:${port}/api` }).ended;
      server.close();
    },
    expected: { exit: 1, lines: [/^The bot could not start: something else than Discord answered: .*DISCORD_API_URL/] },
  };
}

/**
 * In a copy of the project.
 * @param isReadOnly whether the bot may write nothing there
 */
function copied(fault: string, happen: (folder: string) => void, expected: Expected, isReadOnly = false): Scenario {
  return {
    fault,
    async play(stage) {
      const folder = mkdtempSync(join(tmpdir(), 'pullquote-'));
      const dist = join(folder, 'dist');
      try {
        for (const name of NEEDED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
        symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
        chmodSync(folder, 0o755);
        happen(folder);
        if (isReadOnly) chmodSync(dist, 0o555);
        await startIn(folder, stage, expected, isReadOnly);
      } finally {
        chmodSync(dist, 0o755);
        rmSync(folder, { recursive: true });
      }
    },
    expected,
  };
}

async function startIn(cwd: string, stage: Stage, { exit }: Expected, isReadOnly: boolean): Promise<void> {
  // Root may write anywhere.
  const options = { cwd, ...(isReadOnly && process.getuid?.() === 0 && { user: NOBODY }) };
  if (exit !== undefined) return void (await stage.start({}, options).ended);
  await stage.startAndConnect({}, options);
  await stage.readers.ask(READERS);
}

function damage(folder: string): void {
  truncateSync(join(folder, PREPARED), 1_000_000);
}

function replace(folder: string): void {
  writeFileSync(join(folder, PREPARED), pack({ madeFrom: 'another version' }));
}

function leave(): void {
  // It is as it is.
}
