/** Lines for the operator that may come by the thousand, as when Discord fails in a storm. */

/** How long the same line is counted before it may be told as often again. */
const WINDOW_MS = 60_000;
/** How often the same line is told in that time, unless told otherwise. */
const MOST_TOLD = 20;

/** @param most how often the line is told in a minute, at most; what is more is counted */
export type TellRepeatedly = (line: string, most?: number) => void;

/** Tells how often a line was left out as soon as its minute is over. */
export function createRepeatedLines(tell: (line: string) => void): TellRepeatedly {
  const counts = new Map<string, number>();

  return (line, most = MOST_TOLD) => {
    const count = (counts.get(line) ?? 0) + 1;
    counts.set(line, count);
    if (count <= most) tell(line);
    if (count > 1) return;
    setTimeout(() => {
      const left = (counts.get(line) ?? 0) - most;
      counts.delete(line);
      if (left > 0) tell(`${line} (${left} more times within a minute.)`);
    }, WINDOW_MS).unref();
  };
}
