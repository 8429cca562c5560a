/** Puts load on a bot and measures what comes back. */

import { setTimeout as wait } from 'node:timers/promises';
import { GatewayDispatchEvents, type APIInteraction } from 'discord-api-types/v10';
import { OperatorError } from '../../config/operator-error.ts';
import type { Flood } from './floods.ts';
import type { LeanDiscord } from './lean-discord.ts';
import { numberOf, strangersMessage } from './payloads.ts';

/** How long Discord waits for an answer: what comes later counts as lost. */
const PATIENCE_MS = 3_000;
/** How many messages are sent at once, so that none is parsed while the next ones queue up. */
const MESSAGES_AT_ONCE = 200;

/** Makes the interaction of a number that no other has. */
export type MakeInteraction = (number: number) => APIInteraction;

/** What became of interactions that were sent at a steady rate. */
export interface Paced {
  /** The milliseconds that each took that was answered, from when it was due. */
  readonly times: readonly number[];
  /** How many were not answered in time. */
  readonly lost: number;
}

export interface Driver {
  /**
   * Keeps so many interactions under way until `count` are answered.
   * @returns the milliseconds that all took together
   */
  readonly saturate: (make: MakeInteraction, count: number, inFlight: number) => Promise<number>;
  /**
   * Sends interactions at a steady rate, whether or not the ones before are answered.
   * @param perSecond how many
   * @returns the milliseconds that each took, from when it was due
   */
  readonly pace: (make: MakeInteraction, perSecond: number, seconds: number) => Promise<readonly number[]>;
  /** The same, but counts those that are lost instead of failing. */
  readonly paceAll: (make: MakeInteraction, perSecond: number, seconds: number) => Promise<Paced>;
  /** Sends messages that are not for the bot, and waits until it has read them. */
  readonly chatter: (count: number) => Promise<void>;
  /** Sends such messages at a steady rate until it is told to stop. */
  readonly chatterSteadily: (perSecond: number) => { readonly stop: () => void };
  /** Sends events at a steady rate, whether they are answered or not, until it is told to stop. */
  readonly flood: (flood: Omit<Flood, 'name'>) => { readonly stop: () => void };
}

/** One driver for all that one bot is sent. */
export function createDriver(discord: LeanDiscord): Driver {
  let next = 0;
  /** By the interaction's number. */
  const answered = new Map<number, () => void>();
  discord.onCallback = (token) => {
    const number = numberOf(token);
    answered.get(number)?.();
    answered.delete(number);
  };

  function send(make: MakeInteraction, onAnswer: () => void): void {
    next += 1;
    answered.set(next, onAnswer);
    discord.send(GatewayDispatchEvents.InteractionCreate, make(next));
  }

  function saturate(make: MakeInteraction, count: number, inFlight: number): Promise<number> {
    const since = performance.now();
    let sent = 0;
    let done = 0;
    return new Promise((resolve, reject) => {
      let seen = 0;
      const watch = setInterval(() => {
        if (done === seen) reject(lost(inFlight));
        seen = done;
      }, PATIENCE_MS);
      const one = (): void => {
        sent += 1;
        send(make, () => {
          done += 1;
          if (done === count) {
            clearInterval(watch);
            resolve(performance.now() - since);
          } else if (sent < count) one();
        });
      };
      for (let index = 0; index < Math.min(inFlight, count); index += 1) one();
    });
  }

  async function pace(make: MakeInteraction, perSecond: number, seconds: number): Promise<readonly number[]> {
    const paced = await paceAll(make, perSecond, seconds);
    if (paced.lost > 0) throw lost(paced.lost);
    return paced.times;
  }

  async function paceAll(make: MakeInteraction, perSecond: number, seconds: number): Promise<Paced> {
    const count = Math.round(perSecond * seconds);
    const times: number[] = [];
    await steadily(perSecond, count, (due) => send(make, () => times.push(performance.now() - due)));
    const giveUp = performance.now() + PATIENCE_MS;
    while (times.length < count && performance.now() < giveUp) await wait(5);
    const inTime = times.filter((time) => time <= PATIENCE_MS);
    return { times: inTime, lost: count - inTime.length };
  }

  async function chatter(count: number): Promise<void> {
    for (let sent = 0; sent < count; sent += MESSAGES_AT_ONCE) {
      for (let index = sent; index < Math.min(sent + MESSAGES_AT_ONCE, count); index += 1) say();
      await discord.fence();
    }
  }

  function say(): void {
    next += 1;
    discord.send(GatewayDispatchEvents.MessageCreate, strangersMessage(next));
  }

  function chatterSteadily(perSecond: number): { readonly stop: () => void } {
    return flood({ event: GatewayDispatchEvents.MessageCreate, perSecond, make: strangersMessage });
  }

  function flood({ event, perSecond, make }: Omit<Flood, 'name'>): { readonly stop: () => void } {
    let isOver = false;
    const one = (): void => {
      next += 1;
      discord.send(event, make(next));
    };
    void steadily(perSecond, Infinity, one, () => isOver);
    return { stop: () => void (isOver = true) };
  }

  return { saturate, pace, paceAll, chatter, chatterSteadily, flood };
}

/** Calls `act` so often a second; `due` is when it should have been called. */
async function steadily(
  perSecond: number,
  count: number,
  act: (due: number) => void,
  isOver: () => boolean = () => false,
): Promise<void> {
  const since = performance.now();
  const dueAt = (index: number): number => since + (1000 * index) / perSecond;
  for (let index = 0; index < count && !isOver(); await wait(1)) {
    for (; index < count && dueAt(index) <= performance.now(); index += 1) act(dueAt(index));
  }
}

function lost(count: number): OperatorError {
  return new OperatorError(`${count} interactions were not answered within ${PATIENCE_MS} ms.`);
}
