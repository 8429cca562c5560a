export interface Progress {
  /** What is being done. */
  readonly step: string;
  /** How much of the whole is done, 0 to 1. */
  readonly share: number;
}

export type OnProgress = (done: Progress) => void;

/**
 * Turns progress within steps into progress of the whole.
 * @param work the steps in their order, with how much work each is, in any unit
 * @returns a function to call with a step and the share (0 to 1) of it that is done
 */
export function trackProgress<Step extends string>(
  work: Readonly<Record<Step, number>>,
  onProgress: OnProgress,
): (step: Step, share: number) => void {
  const steps = Object.keys(work) as Step[];
  const workOf = (some: readonly Step[]): number => some.reduce((sum, step) => sum + work[step], 0);
  const total = workOf(steps);
  return (step, share) => {
    const before = workOf(steps.slice(0, steps.indexOf(step)));
    onProgress({ step, share: Math.min(1, (before + share * work[step]) / total) });
  };
}
