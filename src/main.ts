/** Program: the bot. With a token it answers in Discord, without one in the terminal. */

import { fstatSync } from 'node:fs';
import { config as loadEnvironmentFile } from 'dotenv';
import { readConfig, type Config } from './config.ts';
import { readPrepared, restore } from './prepared.ts';
import { runProgram } from './program.ts';
import { processStreams } from './process-streams.ts';

let transport: Config['transport'] | undefined;
await runProgram(async () => {
  loadEnvironmentFile({ quiet: true });
  const config = readConfig(process.env, process.stdin.isTTY === true || isPipedIn());
  transport = config.transport;
  const restored = restore(await readPrepared());
  // Imported where needed: discord.js takes half a second to load, which nobody at a terminal should wait for.
  switch (config.transport) {
    case 'terminal': {
      const { talk } = await import('./transports/terminal.ts');
      return talk(restored, processStreams());
    }
    case 'gateway': {
      const { untilToldToStop } = await import('./transports/stop.ts');
      const toldToStop = untilToldToStop(); // from now on, also while discord.js loads
      const { runGateway } = await import('./transports/gateway.ts');
      return runGateway(config, restored, toldToStop);
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
