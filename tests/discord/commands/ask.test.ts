import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { respondToMessage } from '../../../src/discord/respond-to-message.ts';
import { PASSAGES } from '../../support/small-content.ts';
import { option, optionsOf, shownQuotes, slash, textsOf, typing } from '../../support/payloads.ts';
import { choicesFor, isPrivate, messageFor, refusedAsMessage, wordsOf } from '../../support/replies.ts';
import { bot, english, faq, report } from '../../support/small-bot.ts';

const BOT = '900000000000000001';
const ask = (question: string, ...rest: ReturnType<typeof option>[]): ReturnType<typeof slash> =>
  slash('ask', [option('question', question), ...rest]);

describe('/ask', () => {
  it('answers with the report’s words', () => {
    expect(shownQuotes(messageFor(ask('where did the eels go'), bot))).toEqual([PASSAGES[1]]);
  });

  it.each([
    ['privately by default', 'private', [], true],
    ['publicly where the operator says so', 'public', [], false],
    ['privately where the reader says so', 'public', [option('private', true)], true],
    ['publicly where the reader says so', 'private', [option('private', false)], false],
  ] as const)('answers %s', (_, visibility, options, expected) => {
    const body = messageFor(ask('eels', ...options), { ...bot, settings: { visibility } });
    expect(isPrivate(body)).toBe(expected);
  });

  it('helps whoever asks for help', () => {
    expect(wordsOf(messageFor(ask('help'), bot))).toContain(english.t('smallTalk.help.reply'));
  });

  it('answers in the reader’s language privately, and in the server’s publicly', () => {
    const locales = { locale: 'es-ES', guild_locale: 'zh-CN' };
    const bodies = [true, false].map((asPrivate) =>
      wordsOf(messageFor(slash('ask', [option('question', 'zzz'), option('private', asPrivate)], locales), bot)),
    );
    expect(bodies[0]).toContain(bot.translators.for('es-ES').t('reply.unanswered'));
    expect(bodies[1]).toContain(bot.translators.for('zh-CN').t('reply.unanswered'));
  });

  it.each(['', '   \n\t ', '\u200b\u200d\ufeff', '<a:party:5>'])(
    'asks for a question where there is none: %j',
    (question) => {
      const body = messageFor(ask(question, option('private', false)), bot);
      expect(isPrivate(body)).toBe(true);
      expect(wordsOf(body)).toBe(english.t('reply.empty'));
    },
  );

  it.each([
    ['6,000 characters', 'where did the eels go '.repeat(273)],
    ['6,000 characters without a space', 'x'.repeat(6000)],
    ['only emoji', '🤔🤔 👀'],
    ['right-to-left characters', '\u202egnitsetorp yeht erew yhw \u202c لماذا احتجوا'],
    ['Markdown', '**why** ~~were~~ `they` ||protesting|| > # [x](https://example.org)'],
    ['mentions', '@everyone @here <@1> <@&2> <#3> </ask:4> <a:party:5>'],
    ['another script', '警察为什么给他打电话？'],
    ['half of a surrogate pair', '\ud83d why'],
    ['names that every object has', 'constructor __proto__ toString'],
  ])('replies to %s with something that Discord takes and that pings nobody', (_, question) => {
    expect(messageFor(ask(question, option('private', false)), bot).allowed_mentions).toEqual({ parse: [] });
    const author = { id: '5', username: 'reader', discriminator: '0', global_name: null, avatar: null };
    const incoming = { id: '6', channel_id: '7', guild_id: '8', type: 0, author, content: `<@${BOT}> ${question}` };
    expect(refusedAsMessage(respondToMessage(incoming, bot).body)).toEqual([]);
  });

  it('repeats nothing of what was asked, whatever it is', () => {
    // What chance types may be small talk (“ty”), and the replies to it are the bot's own.
    const smallTalk = ['hi', 'thanks', 'bye', 'who are you', 'ping', 'help'];
    const own = ['zzz', 'bridge', '', ...smallTalk, ...faq.entries.map(({ id }) => id)];
    const lines = new Set(own.flatMap((question) => linesOf(messageFor(ask(question), bot))));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (question) => {
        const body = messageFor(ask(question), bot);
        for (const line of linesOf(body)) expect(lines).toContain(line);
        for (const { label } of optionsOf(body)) expect(faq.entries.map((entry) => entry.question)).toContain(label);
        for (const quote of shownQuotes(body))
          expect(report.passages.some(({ text }) => text.includes(quote))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('what is typed into /ask beyond 500 characters', () => {
  const asked: string[] = [];
  const answerer: typeof bot.answerer = {
    ...bot.answerer,
    ask: (question) => (asked.push(question), bot.answerer.ask(question)),
    suggest: (typed, limit) => (asked.push(typed), bot.answerer.suggest(typed, limit)),
  };
  const long = 'x'.repeat(6000);

  it.each([
    ['an answer', ask(long)],
    ['suggestions', typing('ask', 'question', long)],
  ])('is cut before the bot looks for %s', (_, interaction) => {
    asked.length = 0;
    (interaction.type === 2 ? messageFor : choicesFor)(interaction, { ...bot, answerer });
    expect(asked).toEqual([long.slice(0, 500)]);
  });
});

describe('the suggestions of /ask', () => {
  it('are questions whose value is their entry’s id, so that a chosen one is answered exactly', () => {
    const choices = choicesFor(typing('ask', 'question', 'eels'), bot);
    expect(choices).toEqual([{ name: 'What happened to the eels?', value: 'eels' }]);
    expect(textsOf(messageFor(ask('eels'), bot))).toEqual(textsOf(messageFor(ask('What happened to the eels?'), bot)));
  });

  it('are the featured questions while nothing is typed', () => {
    expect(choicesFor(typing('ask', 'question', ''), bot).map(({ value }) => value)).toEqual(['bridge-when']);
  });

  it('are no more than Discord takes', () => {
    const entries = Array.from({ length: 40 }, () => faq.entries[0]).flatMap((entry) => entry ?? []);
    const answerer = { ...bot.answerer, suggest: (_: string, limit: number) => entries.slice(0, limit) };
    expect(choicesFor(typing('ask', 'question', 'x'), { ...bot, answerer })).toHaveLength(25);
  });
});

function linesOf(body: Parameters<typeof textsOf>[0]): readonly string[] {
  return textsOf(body).flatMap((text) => text.split('\n'));
}
