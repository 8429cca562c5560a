/**
 * Program: whether the bot in this container is well, for its health check. On the gateway a bot
 * that can't go on ends by itself, so that there is nothing to ask.
 */

import { EXIT } from '../config/operator-error.ts';

const PATIENCE_MS = 3_000;

const { TRANSPORT, PORT } = process.env;
if (TRANSPORT?.toLowerCase() === 'http') {
  try {
    const address = `http://127.0.0.1:${PORT || 3000}/healthz`;
    const { ok } = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
    process.exitCode = ok ? EXIT.done : EXIT.failed;
  } catch {
    process.exitCode = EXIT.failed;
  }
}
