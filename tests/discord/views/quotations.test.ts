import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../../src/discord/check-limits.ts';
import { quotedText, wholePassage } from '../../../src/content/quotation.ts';
import { answerCard } from '../../../src/discord/views/answer-card.ts';
import { message } from '../../../src/discord/views/message.ts';
import { quotationPages, source } from '../../../src/discord/views/quotations.ts';
import { buttonsOf, shown, shownQuotes, textsOf } from '../../support/payloads.ts';
import { wordsOf } from '../../support/replies.ts';
import { bot, english, longBot, report } from '../../support/small-bot.ts';

const sentence = fc
  .tuple(fc.constantFrom('The', 'A', 'Some'), fc.stringMatching(/^[a-z*_ ]{5,400}$/))
  .map(([first, rest]) => `${first} ${rest.trim()}x.`);
const longPassage = fc.array(sentence, { minLength: 1, maxLength: 60 }).map((sentences) => sentences.join(' '));

describe('a quotation', () => {
  it('is followed by who says it and where it stands, in that order', () => {
    const [[block] = []] = quotationPages(report.passages.map(wholePassage).slice(1), report, english);
    const lines = shown(block?.markdown ?? '').split('\n');
    expect(lines).toEqual([
      `> ${report.passages[1]?.text}`,
      '**fisher, speaking to Harbour Post (unnamed)**',
      '-# paragraph 2',
    ]);
  });

  it('has a line for each of its attributions', () => {
    const [[block] = []] = quotationPages(report.passages.map(wholePassage), report, english);
    const bold = block?.markdown.split('\n').filter((line) => line.startsWith('**'));
    expect(bold).toHaveLength(2);
  });

  it('that is long is spread over pages at sentence ends, each with its attribution, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(longPassage, { minLength: 1, maxLength: 3 }), (texts) => {
        const long = longBot(texts);
        const translator = long.translators.default;
        const answer = long.answerer.choose('long');
        if (!answer) throw new Error('no answer');
        const pages = quotationPages(long.report.passages.map(wholePassage), long.report, translator);
        const read: string[] = [];
        pages.forEach((blocks, page) => {
          const card = answerCard(answer, long, translator, { visibility: 'private', page });
          expect(checkMessage(card)).toEqual([]);
          expect(shownQuotes(card)).toEqual(blocks.map(({ quotation }) => quotedText(long.report, quotation)));
          const quoting = textsOf(card).filter((text) => text.startsWith('> '));
          for (const text of quoting)
            expect(shown(text)).toContain('**Harbour Post, in its own voice, naming no source**');
          if (pages.length > 1) expect(buttonsOf(card)[0]?.label).toMatch(new RegExp(`of ${pages.length}$`));
          read.push(...shownQuotes(card));
        });
        for (const quote of read) expect(quote).toMatch(/x\.$/);
        expect(read.join(' ')).toBe(texts.join(' '));
      }),
      { numRuns: 30 },
    );
  });
});

describe('the source', () => {
  const shownSource = (locale: string): string => {
    const translator = bot.translators.for(locale);
    return textsOf(message([source(report, translator)], 'private')).join();
  };

  it('links to the original', () => {
    expect(shownSource('en-US')).toContain('](https://example.org/bridge)');
    expect(wordsOf(message([source(report, english)], 'private'))).toContain(
      'A bridge opens · Harbour Post · May 4, 2021',
    );
  });

  it('says that the words are a republished copy’s, and to readers of other languages that they are not translated', () => {
    expect(shownSource('en-US')).toContain(english.t('citation.republished'));
    expect(shownSource('en-US')).not.toContain(english.t('citation.language'));
    expect(shownSource('es-ES')).toContain(bot.translators.for('es-ES').t('citation.language'));
  });
});
