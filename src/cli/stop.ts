/** How the bot is told to stop. */

import { EXIT } from '../config/operator-error.ts';
import { whenNpmEnds } from './npm.ts';

/**
 * Resolves when a signal tells the process to stop, or npm, which started it, has ended. A signal
 * after that ends it at once.
 */
export function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    let isTold = false;
    const stop = (): void => {
      isTold = true;
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (isTold ? process.exit(EXIT.done) : stop()));
    whenNpmEnds(stop);
  });
}
