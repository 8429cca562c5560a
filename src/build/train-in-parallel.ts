import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { TrainedModel } from '../matcher/index.ts';
import { trackJobs, type ClassifierData, type OnProgress, type TrainingPlan } from '../matcher/training.ts';
import { resultOf } from './worker-result.ts';

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
      results[index] = await resultOf<ClassifierData, number>(worker, (share) => report(index, share));
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
