import { MessageType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { CreateMessage } from '../../src/discord/reply.ts';
import {
  cooldownNotice,
  isForBot,
  respondToMessage,
  type IncomingMessage,
} from '../../src/discord/respond-to-message.ts';
import type { MessageBody } from '../../src/discord/views/message.ts';
import { PASSAGES } from '../support/small-content.ts';
import { buttonsOf, READER, shownQuotes } from '../support/payloads.ts';
import { refusedAsMessage, wordsOf } from '../support/replies.ts';
import { bot, english } from '../support/small-bot.ts';

const BOT = '900000000000000001';
const author = { id: READER, username: 'reader', discriminator: '0', global_name: null, avatar: null };

function message(content: string, rest: Partial<IncomingMessage> = {}): IncomingMessage {
  return { id: '6', channel_id: '7', guild_id: '8', type: MessageType.Default, author, content, ...rest };
}

function bodyOf(request: CreateMessage): MessageBody {
  expect(refusedAsMessage(request.body)).toEqual([]);
  return request.body as unknown as MessageBody;
}

const { guild_id: _, ...direct } = message('where did the eels go');

describe('a message', () => {
  it.each([
    ['that mentions the bot', message(`<@${BOT}> where did the eels go?`)],
    ['that mentions it in the old form, in the middle', message(`where did <@!${BOT}> the eels go`)],
    ['that replies to another', message(`<@${BOT}> where did the eels go?`, { type: MessageType.Reply })],
    ['sent directly', direct],
  ])('%s is answered as a reply that pings nobody', (_, incoming) => {
    const request = respondToMessage(incoming, bot);
    expect(isForBot(incoming, BOT)).toBe(true);
    expect(request).toMatchObject({
      method: 'POST',
      route: '/channels/7/messages',
      body: {
        allowed_mentions: { parse: [] },
        message_reference: { message_id: '6', channel_id: '7', fail_if_not_exists: false },
      },
    });
    expect(shownQuotes(bodyOf(request))).toEqual([PASSAGES[1]]);
  });

  it.each([
    ['that mentions the bot', message(`<@${BOT}> help`)],
    ['sent directly', { ...direct, content: 'Help!' }],
  ])('%s helps whoever asks for help', (_, incoming) => {
    const words = wordsOf(bodyOf(respondToMessage(incoming, bot)));
    expect(words).toContain(english.t('smallTalk.help.reply'));
    expect(words).toContain('When was the bridge opened?');
  });

  it('is read as far as Discord lets anybody write', () => {
    const tooLong = `${'lorem '.repeat(700)}.\nWhere did the eels go?`;
    expect(shownQuotes(bodyOf(respondToMessage({ ...direct, content: tooLong.slice(600) }, bot)))).toEqual([
      PASSAGES[1],
    ]);
    expect(shownQuotes(bodyOf(respondToMessage({ ...direct, content: tooLong }, bot)))).toEqual([]);
  });

  it('that only mentions the bot gets a short how-to', () => {
    expect(wordsOf(bodyOf(respondToMessage(message(`<@${BOT}>`), bot)))).toBe(english.t('reply.howToMention'));
  });

  it('sent directly without text, such as a picture, is asked for a question', () => {
    expect(wordsOf(bodyOf(respondToMessage({ ...direct, content: '' }, bot)))).toBe(english.t('reply.empty'));
  });

  it.each([
    ['without a mention of the bot', message('where did the eels go?')],
    ['with somebody else’s mention', message('<@5> where did the eels go?')],
    ['by a bot', message(`<@${BOT}> hi`, { author: { ...author, bot: true } })],
    ['by Discord itself', message(`<@${BOT}> hi`, { author: { ...author, system: true } })],
    ['that tells of a pinned message', { ...direct, content: '', type: MessageType.ChannelPinnedMessage }],
    ['by a webhook', message(`<@${BOT}> hi`, { webhook_id: '4' })],
  ])('%s is none of its business', (_, incoming) => {
    expect(isForBot(incoming, BOT)).toBe(false);
  });
});

describe('every reply to a message', () => {
  const REPLIES: readonly (readonly [string, CreateMessage])[] = [
    ['an answer', respondToMessage(message(`<@${BOT}> where did the eels go`), bot)],
    ['a choice', respondToMessage(message(`<@${BOT}> bridge`), bot)],
    ['no answer', respondToMessage(message(`<@${BOT}> zzz`), bot)],
    ['the how-to', respondToMessage(message(`<@${BOT}>`), bot)],
    ['the notice of a cooldown', cooldownNotice(message(`<@${BOT}> zzz`), bot)],
  ];

  it.each(REPLIES)('can be deleted by who asked: %s', (_, request) => {
    const ids = buttonsOf(bodyOf(request)).map(({ custom_id: id }) => id);
    expect(ids).toContain(`delete:${READER}`);
  });

  it.each(REPLIES)('is posted once, however often the message is delivered: %s', (_, request) => {
    expect(request.body).toMatchObject({ nonce: '6', enforce_nonce: true });
  });
});

describe('the notice of a cooldown', () => {
  it('is a reply that says when the bot answers again', () => {
    const request = cooldownNotice(message(`<@${BOT}> zzz`), bot);
    expect(wordsOf(bodyOf(request))).toBe(english.t('reply.cooldown'));
    expect(request.body.message_reference).toMatchObject({ message_id: '6' });
  });
});
