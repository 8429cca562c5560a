/** Runs the bot: with a token it answers on Discord, without one in the terminal. */

import { fstatSync } from 'node:fs';
import { createBot, loadMatcherLater } from '../bot/bot.ts';
import { loadPrepared } from '../build/prepared-file.ts';
import { readConfig, type Config } from '../config/config.ts';
import { EXIT } from '../config/operator-error.ts';
import { readArguments } from './arguments.ts';
import { loadEnvironment } from './environment-file.ts';
import { processStreams } from './process-streams.ts';
import { runProgram } from './program.ts';

/** Resolves once all is answered that was asked in a terminal; elsewhere it ends the process. */
export async function runBot(toldToStop: Promise<void>): Promise<void> {
  let transport: Config['transport'] | undefined;
  let isServing = false;
  // Until the bot serves others, it has nothing to finish.
  void toldToStop.then(() => isServing || process.exit(EXIT.done));
  await runProgram(async () => {
    readArguments({
      usage: ['npm start'],
      summary:
        'Starts the bot: on Discord with a token, in this terminal without one. With TRANSPORT=http it\n' +
        'waits for Discord to send interactions.\n' +
        'Settings come from the environment or from .env; .env.example explains them.',
    });
    const config = readConfig(loadEnvironment(), process.stdin.isTTY === true || isPipedIn());
    transport = config.transport;
    const prepared = await loadPrepared();
    const { stdout: output, stderr: errorOutput } = process;
    // Imported where needed: discord.js takes half a second to load, which nobody at a terminal
    // should wait for.
    switch (config.transport) {
      case 'terminal': {
        const { talk } = await import('../transports/terminal/terminal.ts');
        return talk(createBot(prepared), processStreams(), config.hasToken);
      }
      case 'gateway': {
        const { runGateway } = await import('../transports/gateway/gateway.ts');
        isServing = true;
        const matcher = loadMatcherLater(prepared.matcher);
        return runGateway(config, createBot(prepared, { visibility: config.visibility }, matcher), {
          whileConnecting: matcher.load,
          output,
          errorOutput,
          toldToStop,
          onUnhandledRejection: (listener) => process.on('unhandledRejection', listener),
        });
      }
      case 'http': {
        const { runHttp } = await import('../transports/http/server.ts');
        const { visibility, token } = config;
        isServing = true;
        return runHttp(config, createBot(prepared, { visibility, canPost: token !== undefined }), {
          output,
          errorOutput,
          toldToStop,
          fetch,
        });
      }
    }
  });

  // A call that still hangs must not keep a bot that was told to stop, or can't go on.
  if (transport !== 'terminal') process.exit();
}

/**
 * Whether questions come through a pipe or from a file; /dev/null, as under a service manager, is
 * neither.
 */
function isPipedIn(): boolean {
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isFile() || input.isSocket();
  } catch {
    return false; // standard input is closed
  }
}
