/** Tells the operator when the connection is lost and when it is back, at most once a minute. */

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
