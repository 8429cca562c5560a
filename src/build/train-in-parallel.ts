import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { TrainedFolds, TrainedModel } from '../matcher/index.ts';
import { trackParts, type ClassifierData, type OnProgress, type TrainingPlan } from '../matcher/training.ts';
import { resultOf } from './worker-result.ts';

export interface Training {
  /** As soon as they are trained, while the rest may still be; never, if a job fails before. */
  readonly folds: Promise<TrainedFolds>;
  /** Rejected with what a job throws. */
  readonly model: Promise<TrainedModel>;
}

/**
 * Runs the jobs of a plan in worker threads, the longest first. The model is the same with any
 * number of them.
 * @param workerCount from 1; by default as many as the machine has cores
 */
export function trainInParallel(
  { jobs, assembleFolds, assemble }: TrainingPlan,
  onProgress: OnProgress,
  workerCount: number = availableParallelism(),
): Training {
  const report = trackParts(jobs, onProgress);
  const results: ClassifierData[] = [];
  const waiting = [...jobs.keys()].sort((a, b) => jobs[b]!.work - jobs[a]!.work);
  const folds = [...jobs.keys()].slice(1); // the first job is that of all texts
  let foldsAreTrained: (folds: TrainedFolds) => void;

  async function work(worker: Worker): Promise<void> {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const index = job;
      worker.postMessage(jobs[index]);
      results[index] = await resultOf<ClassifierData, number>(worker, (share) =>
        report(index, { step: 'training', share }),
      );
      if (folds.every((fold) => results[fold])) foldsAreTrained(assembleFolds(results.slice(1)));
    }
  }

  async function train(): Promise<TrainedModel> {
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

  return { folds: new Promise((resolve) => (foldsAreTrained = resolve)), model: train() };
}
