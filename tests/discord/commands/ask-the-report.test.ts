import { describe, expect, it } from 'vitest';
import { PASSAGES } from '../../support/small-content.ts';
import {
  buttonLabelled,
  installedByTheReader,
  menusOf,
  MESSAGE,
  onMessage,
  shownQuotes,
} from '../../support/payloads.ts';
import { isPrivate, messageFor, wordsOf } from '../../support/replies.ts';
import { bot, english } from '../../support/small-bot.ts';

const CHATTY =
  'lol my cousin sent me this yesterday.\nAnyway, hello!\nWhere did the eels go?\nHave a nice weekend everyone!';

describe('“Ask the report”', () => {
  it('answers the sentence that asks, privately', () => {
    const body = messageFor(onMessage(CHATTY), bot);
    expect(isPrivate(body)).toBe(true);
    expect(shownQuotes(body)).toEqual([PASSAGES[1]]);
  });

  it('offers to reply to the message where the app is installed, and else to post a link to it', () => {
    const installed = messageFor(onMessage(CHATTY), bot);
    expect(buttonLabelled(installed, english.t('button.postReply'))).toBe(`post:eels:${MESSAGE}`);
    const elsewhere = messageFor(onMessage(CHATTY, installedByTheReader), bot);
    expect(buttonLabelled(elsewhere, english.t('button.postLink'))).toBe(`post:eels:${MESSAGE}`);
  });

  it('keeps that offer where the reader has to choose first', () => {
    expect(menusOf(messageFor(onMessage('bridge'), bot))).toEqual([`choose:${MESSAGE}`]);
  });

  it('reads a message as far as Discord lets anybody write', () => {
    const tooLong = `${'lorem '.repeat(700)}.\nWhere did the eels go?`;
    expect(shownQuotes(messageFor(onMessage(tooLong.slice(600)), bot))).toEqual([PASSAGES[1]]);
    expect(shownQuotes(messageFor(onMessage(tooLong), bot))).toEqual([]);
  });

  it('says so where a message has no text', () => {
    const body = messageFor(onMessage('<a:party:5> https://example.org'), bot);
    expect(wordsOf(body)).toBe(english.t('askTheReport.empty'));
  });
});
