/** A worker thread that prepares the content once, for `prepareInThread`. */

import { parentPort, workerData } from 'node:worker_threads';
import type { Prepared } from '../bot/prepared.ts';
import { OperatorError } from '../config/operator-error.ts';
import type { Progress } from '../matcher/training.ts';
import { prepare } from './prepare.ts';
import type { WorkerMessage } from './worker-result.ts';

/** What the operator is told meanwhile. */
export type PrepareMessage =
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'step-done' };

/** `problem`: the message of an OperatorError, which loses its class on the way. */
export type PrepareResult = { readonly prepared: Prepared } | { readonly problem: string };

const send = (message: WorkerMessage<PrepareResult, PrepareMessage>): void => parentPort?.postMessage(message);
const tell = (progress: PrepareMessage): void => send({ progress });

try {
  const prepared = await prepare(String(workerData), {
    say: (line) => tell({ kind: 'line', line }),
    showProgress: () => ({
      update: (progress) => tell({ kind: 'progress', progress }),
      stop: () => tell({ kind: 'step-done' }),
    }),
  });
  send({ result: { prepared } });
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  send({ result: { problem: error.message } });
}
