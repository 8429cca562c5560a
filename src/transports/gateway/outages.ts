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
  /**
   * Something that the bot does for readers failed for a reason that may pass.
   * @param since when it was begun, by `performance.now()`: what was begun before others succeeded
   * tells nothing new
   */
  readonly failed: (what: string, since: number) => void;
  /**
   * @param since when it was begun: what was begun before the last failure may have succeeded
   * before it
   */
  readonly succeeded: (what: string, since: number) => void;
}

/** Failures of one kind, from the first until something succeeds. */
interface Spell {
  readonly first: number;
  last: number;
  count: number;
  /** Tells that it is over, unless something fails before. */
  timer?: NodeJS.Timeout | undefined;
}

/** Each failure is told where it happens; this tells when they are over. */
export function createFailures(tell: (line: string) => void): Failures {
  const spells = new Map<string, Spell>();
  const toldLast = new Map<string, number>();
  const succeededLast = new Map<string, number>();

  function tellOfEnd(what: string, { first, last, count }: Spell): void {
    spells.delete(what);
    toldLast.set(what, performance.now());
    const seconds = Math.max(1, Math.ceil((last - first) / 1000));
    tell(`No longer failing: ${what} (${count === 1 ? '1 failure' : `${count} failures within ${seconds} s`}).`);
  }

  return {
    failed(what, since) {
      const spell = spells.get(what);
      if (since < (succeededLast.get(what) ?? -Infinity)) {
        if (spell) spell.count += 1;
        return;
      }
      const now = performance.now();
      if (!spell) return void spells.set(what, { first: now, last: now, count: 1 });
      clearTimeout(spell.timer);
      spell.timer = undefined;
      spell.last = now;
      spell.count += 1;
    },
    succeeded(what, since) {
      const spell = spells.get(what);
      if (!spell || spell.timer || since < spell.last) return;
      const now = performance.now();
      succeededLast.set(what, now);
      const pause = (toldLast.get(what) ?? -Infinity) + PAUSE_MS - now;
      if (pause > 0) spell.timer = setTimeout(() => tellOfEnd(what, spell), pause).unref();
      else tellOfEnd(what, spell);
    },
  };
}
