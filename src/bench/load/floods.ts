/** The worst that one reader can send, and what it does to the others. */

import {
  ApplicationCommandType,
  ComponentType,
  GatewayDispatchEvents,
  InteractionType,
  type APIInteraction,
} from 'discord-api-types/v10';
import { tableRow } from '../print.ts';
import { quantile } from '../timing.ts';
import type { Driver, MakeInteraction, Paced } from './drive.ts';
import { askInteraction, autocompleteInteraction, BOT_USER, strangersMessage } from './payloads.ts';

/** How many questions others ask meanwhile. */
const OTHERS_A_SECOND = 20;
const FLOOD_A_SECOND = 200;
const STRANGERS_A_SECOND = 500;

/** How much later than without the flood 99 of 100 others may be answered, and all of them. */
const LATER_AT_MOST_MS = 25;
const LATEST_MS = 1_000;

export interface Flood {
  readonly name: string;
  readonly event: GatewayDispatchEvents.InteractionCreate | GatewayDispatchEvents.MessageCreate;
  readonly perSecond: number;
  /** Makes the event of a number that no other has. */
  readonly make: (number: number) => object;
}

/** What others wait, without the flood and with it. */
export interface Flooded {
  readonly name: string;
  readonly quiet: Paced;
  readonly flooded: Paced;
}

/** @param ids those of entries, which buttons name */
export function floodsOf(ids: readonly string[]): readonly Flood[] {
  const interactions: Readonly<Record<string, MakeInteraction>> = {
    '/ask, 500 characters': (number) => askInteraction(number, unknownWords(number, 500)),
    'keys pressed, 500 characters': (number) => autocompleteInteraction(number, unknownWords(number, 500)),
    'message menu, 4,000 characters': (number) => menuInteraction(number, unknownWords(number, 4_000)),
    buttons: (number) => pressInteraction(number, `context:${ids[number % ids.length]}:0`),
  };
  const mention = (number: number, channel: number): object => ({
    ...strangersMessage(number),
    author: FLOODER,
    channel_id: `110000000000001${String(channel).padStart(4, '0')}`,
    content: `<@${BOT_USER.id}> ${unknownWords(number, 3_900)}`,
  });
  const messages: Readonly<Record<string, (number: number) => object>> = {
    'mentions in a channel': (number) => mention(number, 0),
    'mentions in 100 channels': (number) => mention(number, number % 100),
  };
  return [
    ...Object.entries(interactions).map(([name, make]) => ({
      name,
      event: GatewayDispatchEvents.InteractionCreate as const,
      perSecond: FLOOD_A_SECOND,
      make: (number: number) => fromFlooder(make(number)),
    })),
    ...Object.entries(messages).map(([name, make]) => ({
      name,
      event: GatewayDispatchEvents.MessageCreate as const,
      perSecond: FLOOD_A_SECOND,
      make,
    })),
    {
      name: 'messages not for the bot, 500/s',
      event: GatewayDispatchEvents.MessageCreate,
      perSecond: STRANGERS_A_SECOND,
      make: strangersMessage,
    },
  ];
}

/** @param seconds how long others are measured, without the flood and with it */
export async function measureFlood(
  flood: Flood,
  driver: Driver,
  ask: MakeInteraction,
  seconds: { readonly quiet: number; readonly flooded: number },
): Promise<Flooded> {
  const quiet = await driver.paceAll(ask, OTHERS_A_SECOND, seconds.quiet);
  const { stop } = driver.flood(flood);
  const flooded = await driver.paceAll(ask, OTHERS_A_SECOND, seconds.flooded);
  stop();
  return { name: flood.name, quiet, flooded };
}

export function floodTable(measured: readonly Flooded[]): readonly string[] {
  const row = (...cells: readonly string[]): string => tableRow(cells, 34, 14);
  return [
    row('20 /ask a second, beside', 'quiet p99', 'p99', 'latest', 'lost', ''),
    ...measured.map(({ name, quiet, flooded }) => {
      const [before, now] = [quantile(quiet.times, 0.99), quantile(flooded.times, 0.99)];
      const latest = Math.max(...flooded.times);
      const holds = now <= before + LATER_AT_MOST_MS && latest <= LATEST_MS && flooded.lost === 0;
      const times = [before, now, latest].map((time) => `${time.toFixed(1)} ms`);
      return row(name, ...times, String(flooded.lost), holds ? 'holds' : 'missed');
    }),
  ];
}

/** None of the other readers. */
const FLOODER = { id: '1100000000000000009', username: 'flooder', global_name: 'flooder', discriminator: '0' };

function fromFlooder(interaction: APIInteraction): object {
  return { ...interaction, member: { ...interaction.member, user: FLOODER } };
}

function menuInteraction(number: number, content: string): APIInteraction {
  const target = `11${String(number).padStart(17, '0')}`;
  const data = {
    id: target,
    type: ApplicationCommandType.Message,
    name: 'Ask the report',
    target_id: target,
    resolved: { messages: { [target]: { id: target, content } } },
  };
  return { ...askInteraction(number, ''), data } as unknown as APIInteraction; // as little as the bot reads
}

function pressInteraction(number: number, custom_id: string): APIInteraction {
  const data = { custom_id, component_type: ComponentType.Button };
  return {
    ...askInteraction(number, ''),
    type: InteractionType.MessageComponent,
    data,
    message: { id: '1100000000000000010' },
  } as unknown as APIInteraction; // as above
}

/** Words that no text has, in short questions, the same for the same number. */
function unknownWords(number: number, length: number): string {
  let state = number + 1;
  const letter = (): string => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return String.fromCharCode(0x61 + ((state >>> 16) % 26));
  };
  let text = '';
  for (let words = 1; text.length < length; words += 1) {
    text += Array.from({ length: 7 }, letter).join('') + (words % 8 === 0 ? '? ' : ' ');
  }
  return text.slice(0, length);
}
