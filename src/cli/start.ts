/** Program: the bot. With a token it answers in Discord, without one in the terminal. */

import { fstatSync } from 'node:fs';
import { config as loadEnvironmentFile } from 'dotenv';
import { readConfig, type Config } from '../config/config.ts';
import { createBot } from '../bot/bot.ts';
import { readPrepared } from '../bot/prepared.ts';
import { runProgram } from './program.ts';
import { processStreams } from './process-streams.ts';

let transport: Config['transport'] | undefined;
await runProgram(async () => {
  loadEnvironmentFile({ quiet: true });
  const config = readConfig(process.env, process.stdin.isTTY === true || isPipedIn());
  transport = config.transport;
  const prepared = await readPrepared();
  // Imported where needed: discord.js takes half a second to load, which nobody at a terminal should wait for.
  switch (config.transport) {
    case 'terminal': {
      const { talk } = await import('../transports/terminal/terminal.ts');
      return talk(createBot(prepared), processStreams());
    }
    case 'gateway': {
      const { untilToldToStop } = await import('./stop.ts');
      const toldToStop = untilToldToStop(); // from now on, also while discord.js loads
      const { runGateway } = await import('../transports/gateway/gateway.ts');
      return runGateway(config, createBot(prepared, { visibility: config.visibility }), toldToStop);
    }
  }
});

// A call that still hangs must not keep a bot that was told to stop, or can't go on.
if (transport === 'gateway') process.exit();

/** Whether questions come through a pipe or from a file; /dev/null, as under a service manager, is neither. */
function isPipedIn(): boolean {
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isFile() || input.isSocket();
  } catch {
    return false; // standard input is closed
  }
}
