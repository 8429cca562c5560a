/** Shows how far long work is: a bar in a terminal, plain lines elsewhere. */

import { SingleBar } from 'cli-progress';
import type { Progress } from '../matcher/training.ts';

export interface ProgressDisplay {
  readonly update: (progress: Progress) => void;
  readonly stop: () => void;
}

/** As far as it is used of a process's output. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/**
 * Without a terminal there is a line for each tenth of the work, and at least one in so many
 * milliseconds.
 */
const LINE_EVERY_MS = 10_000;

/** The time left is told once this share of the work is done: before, it would be a guess. */
const LEAST_SHARE = 0.02;

/** Nothing here waits for a timer: each line comes with an update. */
export function showProgress(
  output: ProgressOutput & NodeJS.WritableStream = process.stderr,
  now: () => number = Date.now,
): ProgressDisplay {
  const started = now();
  const timeLeft = (share: number): string => describeTimeLeft(share, now() - started);
  return output.isTTY && process.env['TERM'] !== 'dumb' ? showBar(output, timeLeft) : showLines(output, timeLeft, now);
}

function showBar(stream: NodeJS.WritableStream, timeLeft: (share: number) => string): ProgressDisplay {
  const bar = new SingleBar({
    stream,
    format: '{bar} {percentage}%: {step}{left}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    // With these, there is nothing to restore when Ctrl-C ends the process in the middle of the
    // work.
    hideCursor: false,
    linewrap: true,
    gracefulExit: false,
  });
  bar.start(1, 0, { step: '', left: '' });
  return {
    update: ({ step, share }) => bar.update(share, { step, left: timeLeft(share) }),
    stop: () => bar.stop(),
  };
}

function showLines(output: ProgressOutput, timeLeft: (share: number) => string, now: () => number): ProgressDisplay {
  let last = { step: '', share: 0, at: now() };
  return {
    update({ step, share }) {
      const at = now();
      if (step === last.step && at - last.at < LINE_EVERY_MS && tenths(share) === tenths(last.share)) return;
      last = { step, share, at };
      output.write(`${Math.floor(share * 100)}%: ${step}${timeLeft(share)}\n`);
    },
    stop: () => {},
  };
}

function tenths(share: number): number {
  return Math.floor(share * 10);
}

/** ", about 95 s left"; empty while that is unknown. */
function describeTimeLeft(share: number, elapsedMs: number): string {
  if (share < LEAST_SHARE || share >= 1) return '';
  return `, about ${Math.ceil((elapsedMs / 1000) * (1 / share - 1))} s left`;
}
