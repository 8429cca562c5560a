/** Every entry's card, on the real content and in every locale. */

import { describe, expect, it } from 'vitest';
import { answerFrom } from '../../src/answers/answer.ts';
import { answerCard } from '../../src/discord/views/answer-card.ts';
import { checkMessage } from '../../src/discord/check-limits.ts';
import type { MessageBody } from '../../src/discord/views/message.ts';
import { quotationsOf } from '../../src/content/faq.ts';
import { quotedText } from '../../src/content/quotation.ts';
import { faultsOfCallback, faultsOfMessage } from '../../src/bench/local-discord/rules/validate.ts';
import { shown, shownQuotes, textsOf } from '../support/payloads.ts';
import { bot } from '../support/prepared.ts';

const { answerer, translators } = bot;
const { report, faq } = bot;
const VISIBILITIES = ['private', 'public'] as const;

/**
 * What Discord would refuse of a message, sent as an interaction's answer, and, where it is public,
 * as a reply.
 */
function refused(body: MessageBody, visibility: (typeof VISIBILITIES)[number]): readonly string[] {
  return [
    ...checkMessage(body),
    ...faultsOfCallback({ type: 4, data: body }),
    ...(visibility === 'public' ? faultsOfMessage(body) : []),
  ];
}

const longest = [...faq.entries].sort((a, b) => b.question.length - a.question.length).slice(0, 5);

describe.each(translators.all.map((translator) => [translator.locale, translator] as const))(
  'in %s',
  (_, translator) => {
    const cards = faq.entries.flatMap((entry) => {
      return VISIBILITIES.map((visibility) => ({
        entry,
        visibility,
        card: answerCard(answerFrom(entry, 1, longest), bot, translator, {
          visibility,
        }),
      }));
    });

    it('every entry’s reply is one that Discord takes', () => {
      for (const { entry, visibility, card } of cards) expect(refused(card, visibility), entry.id).toEqual([]);
    });

    it('every entry’s reply shows its quotations whole, character by character', () => {
      for (const { entry, card } of cards) {
        const shown = [...quotationsOf(entry), ...entry.context];
        const slices = shown.map((quotation) => quotedText(report, quotation));
        expect(shownQuotes(card), entry.id).toEqual(slices);
        for (const slice of slices) expect(report.passages.some(({ text }) => text.includes(slice))).toBe(true);
      }
    });

    it('every entry’s reply says below each quotation who says so and where it stands', () => {
      for (const { entry, card } of cards) {
        const quoting = textsOf(card).filter((text) => text.startsWith('> '));
        expect(quoting).toHaveLength(quotationsOf(entry).length);
        quoting.forEach((text, index) => {
          const number = quotationsOf(entry)[index]?.passage;
          expect(text.split('\n').filter((line) => line.startsWith('**')).length, entry.id).toBeGreaterThan(0);
          expect(text.split('\n').at(-1), entry.id).toMatch(new RegExp(`^-# .*(?<!\\d)${number}(?!\\d)`));
        });
      }
    });

    it('every entry’s reply links to the original, unless it quotes nothing', () => {
      for (const { entry, card } of cards) {
        const linked = textsOf(card).some((text) => text.includes(`](${report.known.address.value})`));
        expect(linked, entry.id).toBe(quotationsOf(entry).length > 0);
      }
    });

    it.each([
      ['a choice', { kind: 'ambiguous', candidates: longest }],
      ['no answer', { kind: 'unanswered' }],
    ] as const)('%s is a reply that Discord takes, and quotes nothing', (_, answer) => {
      for (const visibility of VISIBILITIES) {
        const card = answerCard(answer, bot, translator, { visibility });
        expect(refused(card, visibility)).toEqual([]);
        expect(shownQuotes(card)).toEqual([]);
      }
    });
  },
);

describe('a reply', () => {
  const translator = translators.for('en-US');
  const lines = (id: string): string =>
    textsOf(answerCard(answerer.choose(id) ?? { kind: 'unanswered' }, bot, translator, { visibility: 'private' }))
      .map(shown)
      .join('\n');

  it('says first that the report does not say, and marks the closest passage as no answer', () => {
    const text = lines('bureau-reply');
    expect(text.indexOf('The report does not say')).toBeLessThan(text.indexOf('not an answer'));
    expect(text.indexOf('not an answer')).toBeLessThan(text.indexOf('> CNN contacted'));
  });

  it('keeps the caller’s own words apart from the outlet’s description of them', () => {
    expect(lines('call-asked')).toMatch(
      /In quotation marks – The caller \(police, according to paragraph 1\).*\n.*The rest – CNN, describing a recording/,
    );
  });

  it('leaves open who “they” are', () => {
    expect(lines('feared-export')).toContain('“They” in the text, as reported by CNN');
    expect(lines('feared-export')).toContain('the text does not say who that is');
  });

  it('gives what is known of the report with how it is known, and claims no quotation', () => {
    expect(lines('published-when')).toMatch(/December 2, 2022[^]*How this is known: from the address/);
    expect(lines('byline')).toContain('Byline: not given');
  });
});
