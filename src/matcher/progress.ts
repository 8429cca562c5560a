export interface Progress {
  /** What is being done. */
  readonly step: string;
  /** How much of the whole is done, 0 to 1. */
  readonly share: number;
}

export type OnProgress = (done: Progress) => void;

/**
 * Turns progress within steps, one after another, into progress of the whole.
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

/**
 * Turns the progress of parts that go on at once into progress of the whole.
 * @param parts each with how much work it is, in any unit
 * @returns a function to call with the place of a part and how far it is
 */
export function trackParts(
  parts: readonly { readonly work: number }[],
  onProgress: OnProgress,
): (part: number, done: Progress) => void {
  const shares = parts.map(() => 0);
  const total = parts.reduce((sum, { work }) => sum + work, 0);
  return (part, { step, share }) => {
    shares[part] = share;
    const done = parts.reduce((sum, { work }, index) => sum + work * shares[index]!, 0);
    onProgress({ step, share: Math.min(1, done / total) });
  };
}
