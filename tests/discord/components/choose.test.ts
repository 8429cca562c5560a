import { describe, expect, it } from 'vitest';
import { PASSAGES } from '../../support/small-content.ts';
import { buttonsOf, choosing, installedByTheReader, MESSAGE, shownQuotes } from '../../support/payloads.ts';
import { isPrivate, messageFor } from '../../support/replies.ts';
import { bot, english } from '../../support/small-bot.ts';

const labelsFor = (id: string, rest: object = {}): readonly string[] =>
  buttonsOf(messageFor(choosing(id, ['eels'], rest), bot)).map(({ label }) => label);

describe('choosing a question', () => {
  it.each(['choose', 'other'])('from the menu %s is answered privately, whoever chooses', (id) => {
    const body = messageFor(choosing(id, ['eels']), bot);
    expect(isPrivate(body)).toBe(true);
    expect(shownQuotes(body)).toEqual([PASSAGES[1]]);
  });

  it.each(['choose', 'other'])('from the menu %s for somebody’s message offers to post the answer there', (menu) => {
    expect(labelsFor(`${menu}:${MESSAGE}`)).toContain(english.t('button.postReply'));
    expect(labelsFor(`${menu}:${MESSAGE}`, installedByTheReader)).toContain(english.t('button.postLink'));
  });

  it('for no message, or none that can be, offers to share it', () => {
    for (const id of ['choose', 'choose:1/../2']) expect(labelsFor(id)).toContain(english.t('button.share'));
  });
});
