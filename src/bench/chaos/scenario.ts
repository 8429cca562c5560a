/** Something goes wrong, and what is to become of it. */

import type { Dice } from '../fuzz/dice.ts';
import type { Fault, LocalDiscord, LocalDiscordOptions } from '../local-discord/index.ts';
import type { RunningBot, Starting } from '../running-bot.ts';
import type { Readers } from './readers.ts';

export interface Scenario {
  /** What goes wrong. */
  readonly fault: string;
  /** Whether the short form plays it, too. */
  readonly isShort?: boolean;
  /** Whether it needs so much of this machine that nothing else is played meanwhile. */
  readonly isAlone?: boolean;
  readonly discord?: LocalDiscordOptions;
  readonly play: (stage: Stage) => Promise<void>;
  readonly expected?: Expected;
}

/** What the bot writes once calls succeed that have failed for a reason that passes. */
export const NO_LONGER = /^No longer failing: /;

/** What is not said is as it should be without a fault. */
export interface Expected {
  /** With which status it ends by itself. Else it is told to stop. */
  readonly exit?: number;
  /** Lines for the operator: there is one for each of these. */
  readonly lines?: readonly RegExp[];
  /** Lines that may be there, too. */
  readonly mayTell?: readonly RegExp[];
  /** How many lines at most, where some may be told more than once; one for each unless told. */
  readonly mostLines?: number;
  /** Whether something may stay without an answer that Discord takes. */
  readonly mayRefuse?: boolean;
  /**
   * Whether the bot may give something up, if it says so: on a busy machine, a storm takes longer
   * than Discord waits.
   */
  readonly mayGiveUp?: boolean;
  /** Breaches of Discord's rules that the fault forces the bot to. */
  readonly breaches?: readonly Fault['kind'][];
}

/** Where a scenario plays. */
export interface Stage {
  readonly discord: LocalDiscord;
  readonly readers: Readers;
  readonly dice: Dice;
  /** Starts a bot. The first one is watched. */
  readonly start: (environment?: Readonly<Record<string, string>>, options?: Starting) => RunningBot;
  /**
   * Resolves once every bot has connected and registered its commands.
   * @param withinMs how long that may take; as long as a start on a busy machine unless told
   */
  readonly untilConnected: (withinMs?: number) => Promise<void>;
  /** Both. */
  readonly startAndConnect: (...args: Parameters<Stage['start']>) => Promise<RunningBot>;
  /** Sends the bot a signal that tells it to stop. */
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Lets the fault last, and measures the bot's CPU time meanwhile. */
  readonly last: (milliseconds: number) => Promise<void>;
  /** Call when the fault is over: resolves once readers are answered again. */
  readonly recover: () => Promise<void>;
}
