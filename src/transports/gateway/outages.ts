/**
 * Tells the operator when the connection is lost and when it is back, and when calls that failed
 * succeed again; each at most once a minute.
 */

/** After a line about one outage, the next is told of only where it lasts longer than this. */
const PAUSE_MS = 60_000;

export interface Outages {
  /** May be called again while the connection is away: only the first reason counts. */
  readonly lost: (reason: string) => void;
  readonly back: () => void;
}

export function createOutages(tell: (line: string) => void): Outages {
  let outage: { readonly since: number; isTold: boolean } | undefined;
  let toldLast = -Infinity;
  let timer: NodeJS.Timeout | undefined;

  return {
    lost(reason) {
      if (outage) return;
      const begun = { since: performance.now(), isTold: false };
      outage = begun;
      const say = (): void => {
        begun.isTold = true;
        toldLast = performance.now();
        tell(`Lost the connection to Discord (${reason}). Trying to get it back.`);
      };
      const pause = toldLast + PAUSE_MS - begun.since;
      if (pause > 0) timer = setTimeout(say, pause).unref();
      else say();
    },
    back() {
      if (!outage) return;
      clearTimeout(timer);
      const seconds = Math.ceil((performance.now() - outage.since) / 1000);
      if (outage.isTold) tell(`Connected to Discord again, after ${seconds} s.`);
      outage = undefined;
    },
  };
}

export interface Failures {
  /** Something that the bot does for readers failed for a reason that may pass. */
  readonly failed: (what: string) => void;
  /**
   * @param since when it was begun, by `performance.now()`: what was begun before the last failure
   * may have succeeded before it
   */
  readonly succeeded: (what: string, since: number) => void;
}

/** Each failure is told where it happens; this tells when they are over. */
export function createFailures(tell: (line: string) => void): Failures {
  const spells = new Map<string, { readonly first: number; last: number; count: number }>();
  const toldLast = new Map<string, number>();

  return {
    failed(what) {
      const now = performance.now();
      const spell = spells.get(what);
      if (spell) {
        spell.last = now;
        spell.count += 1;
      } else spells.set(what, { first: now, last: now, count: 1 });
    },
    succeeded(what, since) {
      const spell = spells.get(what);
      if (!spell || since <= spell.last) return;
      const now = performance.now();
      if (now < (toldLast.get(what) ?? -Infinity) + PAUSE_MS) return;
      spells.delete(what);
      toldLast.set(what, now);
      const seconds = Math.ceil((now - spell.first) / 1000);
      const failures = spell.count === 1 ? '1 failure' : `${spell.count} failures`;
      tell(`No longer failing: ${what} (${failures} in ${seconds} s).`);
    },
  };
}
