/** No entry of the report needs pages today: a long made-up report shows that they work. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCard } from '../../src/discord/views/answer-card.ts';
import { overLimits } from '../../src/discord/check-limits.ts';
import type { MessageBody } from '../../src/discord/views/message.ts';
import { respond } from '../../src/discord/respond.ts';
import { pagesOf } from '../../src/discord/views/quotations.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { createTranslators } from '../../src/i18n/translators.ts';
import type { Entry, Faq } from '../../src/content/faq.ts';
import { quotedText, wholePassage, type Quotation } from '../../src/content/quotation.ts';
import type { Passage, Report } from '../../src/content/report.ts';
import { buttonsOf, pressing, shown, shownQuotes, textsOf } from '../support/payloads.ts';
import { bot, prepared } from '../support/prepared.ts';

function passage(number: number, text: string): Passage {
  return { number, text, caption: false, parts: [{ text, speaker: 'outlet', basis: 'reporting' }] };
}

function reportOf(texts: readonly string[]): Report {
  return { ...prepared.report, passages: texts.map((text, index) => passage(index + 1, text)) };
}

function faqQuoting(quotations: readonly Quotation[]): { entry: Entry; faq: Faq } {
  const entry: Entry = {
    id: 'long',
    topic: 'made-up',
    question: 'What is long?',
    answer: { kind: 'quoted', quotations },
    aliases: [],
    related: [],
  };
  return {
    entry,
    faq: { topics: [{ id: 'made-up', title: 'Made up', color: 0, featured: ['long'] }], entries: [entry] },
  };
}

const [english] = prepared.messages;
if (!english) throw new Error('no messages');

const sentence = fc
  .tuple(fc.constantFrom('The', 'A', 'Some'), fc.stringMatching(/^[a-z*_ ]{5,400}$/))
  .map(([first, rest]) => `${first} ${rest.trim()}x.`);
const longPassage = fc.array(sentence, { minLength: 1, maxLength: 60 }).map((sentences) => sentences.join(' '));

describe('a long quotation', () => {
  it('is spread over pages at sentence ends, each with its attribution, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(longPassage, { minLength: 1, maxLength: 3 }), (texts) => {
        const report = reportOf(texts);
        const translator = createTranslator(english, report);
        const { entry, faq } = faqQuoting(report.passages.map(wholePassage));
        const answer = { kind: 'quoted', entry, confidence: 1, candidates: [] } as const;
        const pages = pagesOf(report.passages.map(wholePassage), report, translator);
        const read: string[] = [];
        pages.forEach((quotations, page) => {
          const card = answerCard(answer, { report, faq }, translator, { visibility: 'private', page });
          expect(overLimits(card)).toEqual([]);
          expect(shownQuotes(card)).toEqual(quotations.map((quotation) => quotedText(report, quotation)));
          expect(
            textsOf(card)
              .filter((text) => text.startsWith('> '))
              .every((text) => shown(text).includes('**CNN: its own reporting**')),
          ).toBe(true);
          if (pages.length > 1) expect(buttonsOf(card)[0]?.label).toMatch(new RegExp(`of ${pages.length}$`));
          read.push(...shownQuotes(card));
        });
        for (const quote of read) expect(quote).toMatch(/x\.$/);
        expect(read.join(' ')).toBe(texts.join(' '));
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(['context', 'cite'] as const)('%s of a long passage', (kind) => {
  it('turns through pages that Discord takes, and shows every word of the passage', () => {
    const long = (name: string): string =>
      Array.from(
        { length: 45 },
        (_, index) => `Sentence ${index} of ${name} goes on for a while, as such sentences do.`,
      ).join(' ');
    const report = reportOf([long('one'), long('two'), long('three')]);
    const { faq } = faqQuoting([wholePassage(report.passages[1] as Passage)]);
    const longBot = { ...bot, report, faq, translators: createTranslators(prepared.messages, report) };
    const shownWords: string[] = [];
    let next: string | undefined = `${kind}:long:0`;
    for (let page = 0; next !== undefined && page < 20; page += 1) {
      const body: MessageBody = (respond(pressing(next), longBot).response as unknown as { data: MessageBody }).data;
      expect(overLimits(body)).toEqual([]);
      shownWords.push(textsOf(body).map(shown).join('\n'));
      next = buttonsOf(body)[0]?.custom_id;
      if (next?.endsWith(':0')) next = undefined; // round to the first
    }
    expect(shownWords.length).toBeGreaterThan(1);
    for (let index = 0; index < 45; index += 1)
      expect(shownWords.join('\n')).toContain(`Sentence ${index} of two goes on for a while, as such sentences do.`);
  });
});
