import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { answerCard } from '../../../src/discord/views/answer-card.ts';
import type { MessageBody } from '../../../src/discord/views/message.ts';
import { PASSAGES } from '../../support/small-content.ts';
import {
  buttonLabelled,
  buttonsOf,
  CHANNEL,
  installedByTheReader,
  MESSAGE,
  optionsOf,
  pressing,
  READER,
  SERVER,
  shownQuotes,
  textsOf,
} from '../../support/payloads.ts';
import { isOutdated, isPrivate, messageFor, replyFor, wordsOf } from '../../support/replies.ts';
import { bot, english } from '../../support/small-bot.ts';

const ID = `post:eels:${MESSAGE}`;

describe('posting an answer', () => {
  it('replies to the message that asked, pinging nobody, where the app is installed', () => {
    const { after, ifAfterFails } = replyFor(pressing(ID), bot);
    expect(after).toMatchObject([
      {
        method: 'POST',
        route: `/channels/${CHANNEL}/messages`,
        body: {
          allowed_mentions: { parse: [] },
          message_reference: { message_id: MESSAGE, channel_id: CHANNEL, fail_if_not_exists: false },
        },
      },
    ]);
    const [request] = after ?? [];
    const body = (request?.method === 'POST' ? request.body : undefined) as unknown as MessageBody;
    expect(shownQuotes(body)).toEqual([PASSAGES[1]]);
    expect(wordsOf(body)).toContain(english.t('post.by', { user: `<@${READER}>` }));
    expect(buttonsOf(body).map(({ custom_id: id }) => id)).toContain(`delete:${READER}`);
    expect(ifAfterFails && wordsOf(ifAfterFails)).toBe(english.t('post.failed'));
  });

  it('posts one message, however often the press is delivered', () => {
    const press = pressing(ID);
    expect(replyFor(press, bot).after).toMatchObject([{ body: { nonce: press.id, enforce_nonce: true } }]);
  });

  it.each(['did the crabs leave too', 'who paid for the opening'])('says the same as the card of “%s”', (question) => {
    const postTo = { message: MESSAGE, asReply: true };
    const own = answerCard(bot.answerer.ask(question), bot, english, { visibility: 'private', postTo });
    const id = buttonLabelled(own, 'Post');
    const [request] = replyFor(pressing(id), bot).after ?? [];
    const replied = (request?.method === 'POST' ? request.body : undefined) as unknown as MessageBody;
    for (const body of [replied, messageFor(pressing(id, installedByTheReader), bot)]) {
      expect(textsOf(body).slice(1)).toEqual(textsOf(own)); // below the line that says whom it answers
      expect(optionsOf(body)).toEqual(optionsOf(own));
    }
  });

  it('links to the message where the bot has no token to post with', () => {
    const withoutToken = { ...bot, settings: { ...bot.settings, canPost: false } };
    const { after } = replyFor(pressing(ID), withoutToken);
    expect(after).toBeUndefined();
    const body = messageFor(pressing(ID), withoutToken);
    expect(isPrivate(body)).toBe(false);
    expect(wordsOf(body)).toContain(`https://discord.com/channels/${SERVER}/${CHANNEL}/${MESSAGE}`);
  });

  it('tells the reader privately that it is on its way', () => {
    const body = messageFor(pressing(ID), bot);
    expect(isPrivate(body)).toBe(true);
    expect(wordsOf(body)).toBe(english.t('post.done'));
  });

  it('posts a link to the message where only the reader has the app', () => {
    const { after } = replyFor(pressing(ID, installedByTheReader), bot);
    const body = messageFor(pressing(ID, installedByTheReader), bot);
    expect(after).toBeUndefined();
    expect(isPrivate(body)).toBe(false);
    expect(wordsOf(body)).toContain(`https://discord.com/channels/${SERVER}/${CHANNEL}/${MESSAGE}`);
    expect(shownQuotes(body)).toEqual([PASSAGES[1]]);
  });

  it.each([
    ['where the app is installed', {}],
    ['where only they have it', installedByTheReader],
  ])('speaks for nobody who may not write there, %s', (_, where) => {
    const mute = { ...where, member: { user: { id: READER }, permissions: '0' } };
    expect(replyFor(pressing(ID, mute), bot).after).toBeUndefined();
    const body = messageFor(pressing(ID, mute), bot);
    expect(isPrivate(body)).toBe(true);
    expect(wordsOf(body)).toBe(english.t('post.notYou'));
  });

  it('posts for nobody whom Discord does not name', () => {
    const nobody = pressing(ID, { member: undefined, guild_id: undefined });
    expect(isOutdated(messageFor(nobody, bot), bot)).toBe(true);
  });

  it.each([
    ['View Channel', PermissionFlagsBits.ViewChannel],
    ['Send Messages', PermissionFlagsBits.SendMessages],
    ['Read Message History', PermissionFlagsBits.ReadMessageHistory],
  ])('names the permission %s where the bot lacks it, privately', (permission, bit) => {
    const { ViewChannel, SendMessages, ReadMessageHistory } = PermissionFlagsBits;
    const others = (ViewChannel | SendMessages | ReadMessageHistory) & ~bit;
    const body = messageFor(pressing(ID, { app_permissions: String(others) }), bot);
    expect(isPrivate(body)).toBe(true);
    expect(wordsOf(body)).toBe(english.t('post.missing', { permission }));
  });
});
