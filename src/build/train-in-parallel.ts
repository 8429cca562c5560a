import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import {
  trackJobs,
  type ClassifierData,
  type OnProgress,
  type TrainedModel,
  type TrainingPlan,
} from '../matcher/index.ts';
import type { WorkerMessage } from './training-worker.ts';

/**
 * Runs the jobs of a plan in worker threads, the longest first. The model is the same with any
 * number of them.
 * @param workerCount from 1; by default as many as the machine has cores
 * @throws what a job throws
 */
export async function trainInParallel(
  { jobs, assemble }: TrainingPlan,
  onProgress: OnProgress,
  workerCount: number = availableParallelism(),
): Promise<TrainedModel> {
  const report = trackJobs(jobs, onProgress);
  const results: ClassifierData[] = [];
  const waiting = [...jobs.keys()].sort((a, b) => jobs[b]!.work - jobs[a]!.work);

  async function work(worker: Worker): Promise<void> {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const index = job;
      worker.postMessage(jobs[index]);
      results[index] = await resultOf(worker, (share) => report(index, share));
    }
  }

  const workers = Array.from(
    { length: Math.min(workerCount, jobs.length) },
    () => new Worker(new URL('training-worker.js', import.meta.url)),
  );
  try {
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate())); // a failure ends the others, too
  }
  return assemble(results);
}

function resultOf(worker: Worker, onShare: (share: number) => void): Promise<ClassifierData> {
  return new Promise((resolve, reject) => {
    const listen = (message: WorkerMessage): void => {
      if ('share' in message) return onShare(message.share);
      stopListening();
      resolve(message.result);
    };
    const fail = (error: Error): void => {
      stopListening();
      reject(error);
    };
    const ended = (code: number): void => fail(new Error(`A training thread ended with code ${code}.`));
    const stopListening = (): void => {
      worker.off('message', listen).off('error', fail).off('messageerror', fail).off('exit', ended);
    };
    worker.on('message', listen).on('error', fail).on('messageerror', fail).on('exit', ended);
  });
}
