/** Readers who use the bot while something goes wrong, and what becomes of all that they do. */

import { GatewayDispatchEvents, type APIInteraction, type APIMessage } from 'discord-api-types/v10';
import type { Dice } from '../fuzz/dice.ts';
import { pause } from '../local-discord/ledger.ts';
import type { Exchange, LocalDiscord, Where } from '../local-discord/index.ts';

/** Until when a reply, a post, or a deletion comes, or the bot has given it up and said so. */
const PATIENCE_MS = 18_000;
const LOOK_EVERY_MS = 25;
/** After an error that the bot may try again, it has done so within this time. */
const RETRIES_MS = 2_000;

/** Each has an answer that can be posted. */
export const QUESTIONS = [
  'why no names',
  'airplane mode',
  'what happened to the photos',
  'what is the report about',
] as const;

/** Every reader's name begins so. */
export const READER = 'Reader of the report';

/** What became of interactions and messages. */
export interface Counts {
  sent: number;
  /** Answered once. */
  answered: number;
  /** Sent to Discord, but refused by it, or too late, or given up. */
  refused: number;
  /** Never sent to Discord, though the bot was told. */
  lost: number;
  /** Answered more than once. */
  twice: number;
}

/** So many do something at once. Resolves when each is answered, or no answer can come any more. */
export type Act = (count: number) => Promise<void>;

/** What readers do. */
export type Doing = 'ask' | 'mention' | 'post' | 'remove';

export interface Readers extends Readonly<Record<Doing, Act>> {
  readonly counts: Readonly<Counts>;
  /** From now on, Discord delivers to the bot twice whatever they ask. */
  readonly deliverTwice: () => void;
  /** They use a command. */
  readonly ask: Act;
  /** They mention the bot, each in a channel of their own. */
  readonly mention: Act;
  /** They have the answer to a message posted. */
  readonly post: Act;
  /** They delete the answer to a message. */
  readonly remove: Act;
}

export function createReaders(discord: LocalDiscord, dice: Dice): Readers {
  const counts: Counts = { sent: 0, answered: 0, refused: 0, lost: 0, twice: 0 };
  let readers = 0;
  let isTwice = false;

  /** Another reader in another channel each time, so that no allowance is used up. */
  function somebody(): Where {
    readers += 1;
    return { user: `${READER} ${readers}`, channel: `channel ${readers}` };
  }

  async function interact(
    where: Where,
    use: (where: Where & { readonly alter: (interaction: APIInteraction) => unknown }) => Promise<Exchange>,
  ): Promise<Exchange | undefined> {
    counts.sent += 1;
    let path = '';
    try {
      const exchange = await use({
        ...where,
        alter(interaction) {
          path = `/interactions/${interaction.id}/`;
          if (isTwice) discord.sendEvent(GatewayDispatchEvents.InteractionCreate, interaction);
          return interaction;
        },
      });
      counts.answered += 1;
      return exchange;
    } catch {
      counts[requestsTo(discord, path).length > 0 ? 'refused' : 'lost'] += 1;
      return undefined;
    }
  }

  async function ask(): Promise<void> {
    const kind = dice.number(4);
    const [question, number] = [dice.one(QUESTIONS), String(1 + dice.number(9))];
    await interact(somebody(), (where) => {
      if (kind === 0) return discord.slash('report', {}, where);
      if (kind === 1) return discord.slash('browse', {}, where);
      if (kind === 2) return discord.slash('passage', { number }, where);
      return discord.slash('ask', { question }, where);
    });
  }

  async function mention(): Promise<APIMessage | undefined> {
    counts.sent += 1;
    const message = discord.post(`<@BOT> ${dice.one(QUESTIONS)}`, somebody());
    if (isTwice) discord.sendEvent(GatewayDispatchEvents.MessageCreate, message);
    const path = `/channels/${message.channel_id}/`;
    const replies = (): readonly APIMessage[] => repliesTo(discord, message);
    await until(() => replies().length > 0 || isGivenUp(discord, path));
    await discord.quiet(); // a second one would come now
    const [reply, another] = replies();
    if (another) counts.twice += 1;
    else if (reply) counts.answered += 1;
    else counts[requestsTo(discord, path).length > 0 ? 'refused' : 'lost'] += 1;
    return reply;
  }

  /** What an interaction brings about in public, beside its own answer. */
  async function effect(exchange: Exchange | undefined, times: (exchange: Exchange) => number): Promise<void> {
    if (!exchange) return;
    counts.sent += 1;
    await until(() => times(exchange) > 0 || exchange.followUps.length > 0);
    await discord.quiet();
    if (times(exchange) > 1) counts.twice += 1;
    else if (times(exchange) === 1) counts.answered += 1;
    else counts.refused += 1;
  }

  async function post(): Promise<void> {
    const where = somebody();
    const asked = discord.post(dice.one(QUESTIONS), where);
    const card = await interact(where, (who) => discord.messageMenu('Ask the report', asked, who));
    if (!card) return;
    const pressed = await interact(where, (who) => discord.press(card, /^Post/, who));
    await effect(pressed, ({ posted }) => posted.length);
  }

  async function remove(): Promise<void> {
    const reply = await mention();
    if (!reply) return;
    const pressed = await interact({}, (who) => discord.press(reply, 'Delete', who));
    await effect(pressed, ({ deletions }) => deletions.length);
  }

  return {
    counts,
    deliverTwice: () => void (isTwice = true),
    ask: atOnce(ask),
    mention: atOnce(mention),
    post: atOnce(post),
    remove: atOnce(remove),
  };
}

function atOnce(one: () => Promise<unknown>): Act {
  return async (count) => void (await Promise.all(Array.from({ length: count }, one)));
}

function repliesTo({ world, botId }: LocalDiscord, { channel_id: channel, id }: APIMessage): readonly APIMessage[] {
  const messages = [...(world.channels.get(channel)?.messages.values() ?? [])].map(({ message }) => message);
  return messages.filter(
    ({ author, message_reference }) => author.id === botId && message_reference?.message_id === id,
  );
}

function requestsTo({ requests }: LocalDiscord, path: string): LocalDiscord['requests'] {
  return requests.filter((request) => request.path.startsWith(path));
}

/** Whether Discord has refused it, and it has not been tried again for a while. */
function isGivenUp(discord: LocalDiscord, path: string): boolean {
  const last = requestsTo(discord, path).at(-1);
  return last !== undefined && last.status >= 400 && last.status !== 429 && performance.now() - last.at > RETRIES_MS;
}

async function until(isSo: () => boolean): Promise<void> {
  for (const start = performance.now(); !isSo() && performance.now() - start < PATIENCE_MS;) await pause(LOOK_EVERY_MS);
}
