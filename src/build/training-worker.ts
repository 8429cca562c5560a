/** A worker thread that runs training jobs, one after another, for `trainInParallel`. */

import { parentPort } from 'node:worker_threads';
import { runTrainingJob, type ClassifierData, type TrainingJob } from '../matcher/training.ts';
import type { WorkerMessage } from './worker-result.ts';

parentPort?.on('message', (job: TrainingJob) => {
  /** `progress`: how much of the job is done, 0 to 1. */
  const send = (message: WorkerMessage<ClassifierData, number>): void => parentPort?.postMessage(message);
  send({ result: runTrainingJob(job, (progress) => send({ progress })) });
});
