/** What a worker thread sends while it works, and in the end. */

import type { Worker } from 'node:worker_threads';

export type WorkerMessage<Result, Progress> = { readonly progress: Progress } | { readonly result: Result };

/** @throws what the worker throws, or an error if it ends without a result */
export function resultOf<Result, Progress>(worker: Worker, onProgress: (progress: Progress) => void): Promise<Result> {
  return new Promise((resolve, reject) => {
    const listen = (message: WorkerMessage<Result, Progress>): void => {
      if ('progress' in message) return onProgress(message.progress);
      stopListening();
      resolve(message.result);
    };
    const fail = (error: Error): void => {
      stopListening();
      reject(error);
    };
    const ended = (code: number): void => fail(new Error(`A worker thread ended with code ${code}.`));
    const stopListening = (): void => {
      worker.off('message', listen).off('error', fail).off('messageerror', fail).off('exit', ended);
    };
    worker.on('message', listen).on('error', fail).on('messageerror', fail).on('exit', ended);
  });
}
