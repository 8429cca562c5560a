/** How the bot is told to stop. */

import { EXIT } from '../program.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Resolves when the process is told to stop. Told a second time, it ends at once. */
export function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    let isTold = false;
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        if (isTold) process.exit(EXIT.done);
        isTold = true;
        resolve();
      });
    }
  });
}
