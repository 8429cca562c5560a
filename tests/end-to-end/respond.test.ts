import fc from 'fast-check';
import {
  ApplicationCommandOptionType,
  InteractionResponseType,
  MessageFlags,
  type APIInteraction,
} from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { answerCard } from '../../src/discord/views/answer-card.ts';
import type { MessageBody } from '../../src/discord/views/message.ts';
import { respond } from '../../src/discord/respond.ts';
import { replyTo, type IncomingMessage } from '../../src/discord/respond-to-message.ts';
import { faultsOfCallback, faultsOfMessage } from '../support/local-discord/validate.ts';
import { choosing, optionsOf, pressing, shownQuotes, slash, textsOf, typing } from '../support/payloads.ts';
import { bot } from '../support/prepared.ts';

const { faq, report } = bot;
const BOT = '900000000000000001';

/** What /ask sends back, held against Discord's rules. */
function ask(question: string, isPrivate?: boolean, using: typeof bot = bot): MessageBody {
  const options = [
    { name: 'question', type: ApplicationCommandOptionType.String as const, value: question },
    ...(isPrivate === undefined
      ? []
      : [{ name: 'private', type: ApplicationCommandOptionType.Boolean as const, value: isPrivate }]),
  ];
  return sent(slash('ask', options), using);
}

function sent(interaction: APIInteraction, using: typeof bot = bot): MessageBody {
  const { response } = respond(interaction, using);
  expect(faultsOfCallback(response)).toEqual([]);
  expect(response.type).toBe(InteractionResponseType.ChannelMessageWithSource);
  return (response as unknown as { data: MessageBody }).data;
}

function isPrivate(body: MessageBody): boolean {
  return (body.flags & MessageFlags.Ephemeral) !== 0;
}

function message(content: string, rest: Partial<IncomingMessage> = {}): IncomingMessage {
  const author = { id: '5', username: 'reader', discriminator: '0', global_name: null, avatar: null };
  return { id: '6', channel_id: '7', guild_id: '8', author, content, ...rest };
}

const HOSTILE: readonly [string, string][] = [
  ['nothing but spaces', '   \n\t '],
  ['6,000 characters', 'why did they protest '.repeat(286).slice(0, 6000)],
  ['6,000 characters without a space', 'x'.repeat(6000)],
  ['only emoji', '🤔🤔 👀'],
  ['zero-width characters', '\u200b\u200d\ufeff'],
  ['words parted by zero-width characters', 'why\u200b were they\u200d protest\u200bing'],
  ['right-to-left characters', '\u202egnitsetorp yeht erew yhw \u202c لماذا احتجوا'],
  ['Markdown', '**why** ~~were~~ `they` ||protesting|| > # [x](https://example.org)'],
  ['mentions', '@everyone @here <@1> <@&2> <#3> </ask:4> <a:party:5>'],
  ['Chinese', '警察为什么给他打电话？'],
  ['capitals', 'WHY DOES CNN NOT NAME THE PROTESTERS'],
  ['half of a surrogate pair', '\ud83d why'],
  ['a name that every object has', 'constructor __proto__ toString'],
];

describe('/ask', () => {
  it('answers every entry’s own question, and its id, by itself', () => {
    for (const { id, question } of faq.entries) {
      expect(bot.answerer.ask(question)).toMatchObject({ entry: { id } });
      expect(bot.answerer.ask(id)).toMatchObject({ entry: { id } });
      expect(textsOf(ask(id))).toEqual(textsOf(ask(question)));
    }
  });

  it.each(HOSTILE)('replies to %s with something that Discord takes', (_, question) => {
    const body = ask(question, false);
    expect(body.allowed_mentions).toEqual({ parse: [] });
    const reply = replyTo(message(`<@${BOT}> ${question}`), BOT, bot);
    expect(faultsOfMessage(reply?.body)).toEqual([]);
  });

  it.each([
    ['unheard-of languages', '警察为什么给他打电话？'],
    ['no letters', '🤔🤔 👀'],
    ['a word that tells nothing', 'it'],
    ['a bare question word', 'What?'],
  ])('quotes nothing for %s', (_, question) => {
    expect(shownQuotes(ask(question))).toEqual([]);
  });

  it('reads capitals like small letters', () => {
    expect(textsOf(ask('WHY DOES CNN NOT NAME THE PROTESTERS'))).toEqual(
      textsOf(ask('why does cnn not name the protesters')),
    );
  });

  it('shows nothing but quotations and its own messages, whatever is asked', () => {
    const translator = bot.translators.for('en-US');
    const everyLine = new Set(
      [
        ...faq.entries.map((entry) =>
          answerCard(bot.answerer.choose(entry.id) ?? { kind: 'unanswered' }, bot, translator, {
            visibility: 'private',
          }),
        ),
        answerCard({ kind: 'ambiguous', candidates: faq.entries.slice(0, 2) }, bot, translator, {
          visibility: 'private',
        }),
        answerCard({ kind: 'unanswered' }, bot, translator, { visibility: 'private' }),
        sent(slash('ask', [{ name: 'question', type: ApplicationCommandOptionType.String, value: '' }])),
      ].flatMap((body) => textsOf(body).flatMap((text) => text.split('\n'))),
    );
    const questions = new Set(faq.entries.map(({ question }) => question));
    const words = faq.entries.flatMap(({ question }) => question.split(' '));
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(anything, (question) => {
        const body = ask(question);
        for (const line of textsOf(body).flatMap((text) => text.split('\n'))) expect(everyLine).toContain(line);
        for (const { label } of optionsOf(body)) expect(questions).toContain(label);
        for (const quote of shownQuotes(body))
          expect(report.passages.some(({ text }) => text.includes(quote))).toBe(true);
      }),
    );
  });

  it.each([
    ['privately by default', 'private', undefined, true],
    ['publicly where the operator says so', 'public', undefined, false],
    ['privately where the reader says so', 'public', true, true],
    ['publicly where the reader says so', 'private', false, false],
  ] as const)('answers %s', (_, visibility, chosen, expected) => {
    expect(isPrivate(ask('why were people protesting', chosen, { ...bot, settings: { visibility } }))).toBe(expected);
  });
});

describe('suggestions', () => {
  function choices(typed: string): readonly { readonly name: string; readonly value: string | number }[] {
    const { response } = respond(typing('ask', 'question', typed), bot);
    expect(faultsOfCallback(response)).toEqual([]);
    return (response as { data: { choices: { name: string; value: string }[] } }).data.choices;
  }

  it('are the most telling questions while nothing is typed', () => {
    const telling = faq.topics.flatMap((topic) => topic.featured);
    expect(choices('').length).toBeGreaterThan(faq.topics.length);
    for (const { value } of choices('')) expect(telling).toContain(value);
  });

  it.each([
    ['a half-typed word', 'airpl', 'airplane-mode'],
    ['a slip', 'tianamen squar', 'tiananmen-when'],
    ['a whole question', 'Which apps are banned in China?', 'banned-apps'],
  ])('fit %s', (_, typed, id) => {
    expect(choices(typed).map(({ value }) => value)).toContain(id);
  });

  it.each(['asdfgh qwrty', 'zzzz', '警察'])('are none where the FAQ has no word of it: %s', (typed) => {
    expect(choices(typed)).toEqual([]);
  });

  it('are at most 25, each once, with their entry’s id as value, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (typed) => {
        const values = choices(typed).map(({ value }) => value);
        expect(new Set(values).size).toBe(values.length);
        for (const value of values) expect(faq.entries.some(({ id }) => id === value)).toBe(true);
      }),
    );
  });
});

describe('what is typed beyond the limit of an option', () => {
  const long = `${'x'.repeat(6000)}!`;
  const asked: string[] = [];
  const answerer: typeof bot.answerer = {
    ...bot.answerer,
    ask: (question) => (asked.push(question), bot.answerer.ask(question)),
    suggest: (typed, limit) => (asked.push(typed), bot.answerer.suggest(typed, limit)),
  };
  const [words = ''] = report.passages.map(({ text }) => text.slice(0, 100));
  const option = (name: string, value: string) => [{ name, type: ApplicationCommandOptionType.String as const, value }];

  it.each([
    ['an answer', slash('ask', option('question', long))],
    ['suggestions', typing('ask', 'question', long)],
  ])('is cut before /ask looks for %s', (_, interaction) => {
    asked.length = 0;
    respond(interaction, { ...bot, answerer });
    expect(asked).toEqual([long.slice(0, 500)]);
  });

  it('is cut before /passage looks for it', () => {
    expect(textsOf(sent(slash('passage', option('number', words + long)))).join()).toContain('Paragraph 1');
    const { response } = respond(typing('passage', 'number', words + long), bot);
    expect(response).toMatchObject({ data: { choices: [{ value: '1' }] } });
  });
});

describe('a menu', () => {
  it.each(['choose', 'other'])('%s answers whoever chooses, privately', (customId) => {
    const body = sent(choosing(customId, ['airplane-mode']));
    expect(isPrivate(body)).toBe(true);
    expect(shownQuotes(body)).toHaveLength(1);
  });

  it.each([
    ['an entry that is not there', choosing('choose', ['no-such-entry'])],
    ['no value', choosing('other', [])],
    ['a name that every object has', choosing('choose', ['__proto__'])],
    ['100 characters of junk', choosing('~'.repeat(100), ['airplane-mode'])],
    ['a button of another version', pressing('v9:share:airplane-mode')],
  ])('with %s gets a polite private message', (_, interaction) => {
    const body = sent(interaction);
    expect(isPrivate(body)).toBe(true);
    expect(textsOf(body)).toEqual([bot.translators.for('en-US').t('reply.unknownPress')]);
  });
});

describe('/report', () => {
  it('says what the report is, where its text comes from, what is kept, how to read an answer', () => {
    const text = textsOf(sent(slash('report'))).join('\n');
    for (const part of [
      report.known.title.value,
      report.known.address.value,
      'republished copy',
      'store and log no question',
      'How to read an answer',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('is no answer to a command that is not there', () => {
    expect(textsOf(sent(slash('weather')))).toEqual([bot.translators.for('en-US').t('reply.unknownPress')]);
  });
});

describe('a message', () => {
  it.each([
    ['that mentions the bot', message(`<@${BOT}> why were people protesting?`)],
    ['that mentions it in the old form, in the middle', message(`why <@!${BOT}> were people protesting`)],
    ['sent directly', message('why were people protesting', { guild_id: undefined } as never)],
  ])('%s is answered as a reply that pings nobody', (_, incoming) => {
    const call = replyTo(incoming, BOT, bot);
    expect(faultsOfMessage(call?.body)).toEqual([]);
    expect(call).toMatchObject({
      route: '/channels/7/messages',
      body: { allowed_mentions: { parse: [] }, message_reference: { message_id: '6', fail_if_not_exists: false } },
    });
    expect(shownQuotes(call?.body as unknown as MessageBody)).toEqual([report.passages[1]?.text]);
  });

  it('that only mentions the bot gets a short how-to', () => {
    const call = replyTo(message(`<@${BOT}>`), BOT, bot);
    expect(textsOf(call?.body as unknown as MessageBody)).toEqual([
      bot.translators.for('en-US').t('reply.howToMention'),
    ]);
  });

  it.each([
    ['without the bot’s mention', message('why were people protesting?')],
    ['with somebody else’s mention', message('<@5> why were people protesting?')],
    ['of a bot', message(`<@${BOT}> hi`, { author: { ...message('').author, bot: true } })],
    ['of a webhook', message(`<@${BOT}> hi`, { webhook_id: '4' })],
  ])('%s is none of its business', (_, incoming) => {
    expect(replyTo(incoming, BOT, bot)).toBeUndefined();
  });
});
