import { GatewayDispatchEvents, GatewayIntentBits, MessageType, type APIMessage } from 'discord-api-types/v10';
import type { Target } from './ask.ts';
import { postsSince } from './exchange.ts';
import { pause } from '../ledger.ts';
import { newMessage, tellOfDeletion, tellOfMessage } from '../world/messages.ts';
import type { Parts } from '../parts.ts';
import type { Place, Places, Where } from '../world/places.ts';
import { keep } from '../world/world.ts';

/** Who writes, where, and what kind of message it is. */
export interface Writing extends Where {
  /** The message that this one replies to. Its author is mentioned, unless `ping` is false. */
  readonly replyTo?: Target;
  readonly ping?: boolean;
  /** Written by a bot, or through a webhook, not by a person. */
  readonly by?: 'bot' | 'webhook';
  readonly type?: MessageType;
  /** Anything else, put over the message just before it is sent. */
  readonly more?: Partial<APIMessage>;
}

/**
 * What a person can write. In the text `<@BOT>` stands for a mention of the bot and `<@Name>` for
 * one of a person; `@everyone` and `@here` work.
 */
export interface Talking {
  /** Writes, and resolves at once with the message. */
  post(text: string, writing?: Writing): APIMessage;
  /** Writes, and resolves with what the bot posts there in answer. Rejects if it posts nothing. */
  say(text: string, writing?: Writing): Promise<APIMessage[]>;
  /** Writes, and resolves once the bot has read it and let it be. Rejects if it posts something. */
  expectNoAnswer(text: string, writing?: Writing): Promise<void>;
  /** Somebody deletes a message. */
  remove(target: Target): void;
}

export function createTalking({ world, gateway, ledger, settings }: Parts, places: Places): Talking {
  const write = (text: string, writing: Writing): { message: APIMessage; place: Place } => {
    const replied =
      writing.replyTo === undefined
        ? undefined
        : 'message' in writing.replyTo
          ? writing.replyTo.message
          : writing.replyTo;
    const person = writing.by === 'bot' ? world.person(writing.user ?? 'Another bot', { bot: true }) : undefined;
    const where: Where = person === undefined ? writing : { ...writing, user: writing.user ?? 'Another bot' };
    const repliedIn = replied === undefined ? undefined : world.channels.get(replied.channel_id);
    const place = repliedIn === undefined ? places.find(where) : places.at(repliedIn, where);
    const message = messageOf(text, place, writing, replied);
    keep(place.channel, { message });
    tellOfMessage(gateway, world, place.channel, GatewayDispatchEvents.MessageCreate, message);
    return { message, place };
  };

  function messageOf(
    text: string,
    { channel, person }: Place,
    writing: Writing,
    replied: APIMessage | undefined,
  ): APIMessage {
    const content = text.replace(
      /<@(?![&!]?\d+>)([^>]+)>/g,
      (_, name: string) => `<@${name === 'BOT' ? world.bot.id : world.person(name).user.id}>`,
    );
    const reply = replied && {
      type: MessageType.Reply,
      message_reference: { type: 0, channel_id: channel.id, message_id: replied.id },
      referenced_message: replied,
    };
    const message = newMessage(
      world,
      channel,
      person.user,
      { content },
      {
        mention_everyone: /@(everyone|here)\b/.test(content),
        ...reply,
        ...(writing.by === 'webhook' ? { webhook_id: world.nextId() } : {}),
        ...(writing.type === undefined ? {} : { type: writing.type }),
      },
    );
    const isPinged =
      replied !== undefined && writing.ping !== false && !message.mentions.some(({ id }) => id === replied.author.id);
    return {
      ...message,
      mentions: isPinged ? [...message.mentions, replied.author] : message.mentions,
      ...writing.more,
    };
  }

  function assertHeard({ channel }: Place): void {
    if (!gateway.hasSession()) throw new Error('nobody is logged in: await discord.ready() first');
    const needed = channel.guild === undefined ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
    if ((gateway.seen.intents & needed) === 0)
      throw new Error(`the bot has not asked for the intent ${GatewayIntentBits[needed]}, and hears nothing there`);
  }

  return {
    post: (text, writing = {}) => write(text, writing).message,
    async say(text, writing = {}) {
      const { message, place } = write(text, writing);
      assertHeard(place);
      const deadline = performance.now() + settings.patienceMs;
      const answers = () => postsSince(message.id, place, world.bot.id);
      while (answers().length === 0) {
        if (performance.now() > deadline)
          throw new Error(`the bot did not answer ${JSON.stringify(text)} within ${settings.patienceMs} ms`);
        await pause(1);
      }
      await gateway.fence();
      await ledger.quiet();
      return answers();
    },
    async expectNoAnswer(text, writing = {}) {
      if (!gateway.isConnected()) throw new Error('nobody is connected, so that nobody answers says nothing');
      const { message, place } = write(text, writing);
      await gateway.fence();
      await ledger.quiet();
      const [answer] = postsSince(message.id, place, world.bot.id);
      if (answer !== undefined)
        throw new Error(
          `the bot answered ${JSON.stringify(text)}, and should not have: ${JSON.stringify(answer.content || answer.components)}`,
        );
    },
    remove(target) {
      const { id, channel_id } = 'message' in target ? target.message : target;
      const channel = world.channels.get(channel_id);
      if (channel?.messages.delete(id)) tellOfDeletion(gateway, channel, id);
    },
  };
}
