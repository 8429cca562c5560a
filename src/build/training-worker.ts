/** A worker thread that runs training jobs, one after another, for `trainInParallel`. */

import { parentPort } from 'node:worker_threads';
import { runTrainingJob, type ClassifierData, type TrainingJob } from '../matcher/index.ts';

/** `share`: how much of the job is done, 0 to 1. */
export type WorkerMessage = { readonly share: number } | { readonly result: ClassifierData };

parentPort?.on('message', (job: TrainingJob) => {
  const send = (message: WorkerMessage): void => parentPort?.postMessage(message);
  send({ result: runTrainingJob(job, (share) => send({ share })) });
});
