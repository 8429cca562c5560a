import { Worker } from 'node:worker_threads';
import type { Prepared } from '../bot/prepared.ts';
import { EXIT, OperatorError } from '../config/operator-error.ts';
import type { PrepareMessage, PrepareResult } from './prepare-worker.ts';
import { showProgress, type ProgressDisplay } from './progress.ts';
import { resultOf } from './worker-result.ts';

/**
 * `prepare` in a worker thread. It works for many seconds without a pause, and no signal would
 * reach a process whose main thread did. A signal ends it: nothing of it is kept, or lost.
 * @throws what `prepare` throws
 */
export async function prepareInThread(root: string, say: (line: string) => void): Promise<Prepared> {
  const worker = new Worker(new URL('prepare-worker.js', import.meta.url), { workerData: root });
  const parent = process.ppid;
  let display: ProgressDisplay | undefined;
  try {
    const result = await resultOf<PrepareResult, PrepareMessage>(worker, (message) => {
      // npm tells no process below it that it was stopped.
      if (process.env['npm_lifecycle_event'] !== undefined && process.ppid !== parent) process.exit(EXIT.failed);
      switch (message.kind) {
        case 'line':
          return say(message.line);
        case 'progress':
          return (display ??= showProgress()).update(message.progress);
        case 'step-done':
          display?.stop();
          display = undefined;
      }
    });
    if ('problem' in result) throw new OperatorError(result.problem);
    return result.prepared;
  } finally {
    display?.stop();
    await worker.terminate();
  }
}
