import { InteractionResponseType, MessageFlags, type APIInteraction } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { overLimits } from '../../src/discord/check-limits.ts';
import type { MessageBody } from '../../src/discord/views/message.ts';
import { respond } from '../../src/discord/respond.ts';
import type { Responded } from '../../src/discord/reply.ts';
import { quotationsOf } from '../../src/content/faq.ts';
import { quotedText } from '../../src/content/quotation.ts';
import { faultsOfCallback, faultsOfMessage } from '../support/local-discord/validate.ts';
import {
  buttonsOf,
  CHANNEL,
  choosing,
  installedByTheReader,
  menusOf,
  MESSAGE,
  onMessage,
  optionsOf,
  pressing,
  READER,
  SERVER,
  shown,
  shownQuotes,
  slash,
  textsOf,
} from '../support/payloads.ts';
import { bot } from '../support/prepared.ts';

const { report, faq } = bot;
const LOCALES = bot.translators.all.map(({ locale }) => locale);

function responded(interaction: APIInteraction): Responded {
  const all = respond(interaction, bot);
  expect(faultsOfCallback(all.response)).toEqual([]);
  for (const call of all.after ?? []) if (call.method === 'POST') expect(faultsOfMessage(call.body)).toEqual([]);
  return all;
}

/** The message that a press is answered with. */
function answered(interaction: APIInteraction): MessageBody {
  const body = (responded(interaction).response as unknown as { data: MessageBody }).data;
  expect(overLimits(body)).toEqual([]);
  return body;
}

const isPrivate = ({ flags }: MessageBody): boolean => (flags & MessageFlags.Ephemeral) !== 0;
const words = (body: MessageBody): string => textsOf(body).map(shown).join('\n');
const unknown = bot.translators.for('en-US').t('reply.unknownPress');
const labelled = (body: MessageBody, label: string): string =>
  buttonsOf(body).find((button) => button.label.startsWith(label))?.custom_id ?? `no button ${label}`;
const ask = (id: string, isPublic = false): MessageBody =>
  answered(
    slash('ask', [
      { name: 'question', type: 3, value: id },
      { name: 'private', type: 5, value: !isPublic },
    ] as never),
  );

describe('a card', () => {
  it('has one row of buttons with words and one menu, at the most', () => {
    for (const { id } of faq.entries) {
      for (const card of [ask(id), ask(id, true)]) {
        expect(buttonsOf(card).length).toBeLessThanOrEqual(5);
        expect(menusOf(card).length).toBeLessThanOrEqual(1);
        for (const { label } of buttonsOf(card)) expect(label).toMatch(/\p{L}/u);
      }
    }
  });

  it('can be shared where it is private, and deleted where it is public', () => {
    expect(buttonsOf(ask('airplane-mode')).map(({ label }) => label)).toEqual([
      'Context',
      'Cite',
      'Related',
      'Share (shows your name)',
    ]);
    expect(buttonsOf(ask('airplane-mode', true)).map(({ label }) => label)).toEqual([
      'Context',
      'Cite',
      'Related',
      'Delete',
    ]);
  });
});

describe.each(LOCALES)('in %s', (locale) => {
  it('every button of every entry answers the presser privately with what Discord takes, and quotes exactly', () => {
    for (const entry of faq.entries) {
      for (const { custom_id: id, label } of buttonsOf(ask(entry.id))) {
        const body = answered(pressing(id, { locale }));
        if (!id.startsWith('share')) expect(isPrivate(body), label).toBe(true);
        for (const quote of shownQuotes(body))
          expect(report.passages.some(({ text }) => text.includes(quote))).toBe(true);
        for (const { custom_id: next } of buttonsOf(body))
          if (!/^(delete|share)/.test(next)) answered(pressing(next, { locale }));
      }
    }
  });
});

describe('Context', () => {
  it('shows the passages before and after, whole, and marks the quoted one', () => {
    const body = answered(pressing(labelled(ask('airplane-result'), 'Context')));
    expect(shownQuotes(body)).toEqual([10, 11, 12].map((number) => report.passages[number - 1]?.text));
    expect(
      textsOf(body)
        .filter((text) => text.includes('The quoted passage:'))
        .map((text) => text.includes('Some protesters took precautions')),
    ).toEqual([true]);
  });

  it('has nothing before the first passage and nothing after the last', () => {
    expect(shownQuotes(answered(pressing('context:summary:0')))).toHaveLength(2);
    expect(shownQuotes(answered(pressing('context:photos-deleted:0')))).toHaveLength(2);
  });

  it('leads to the surroundings of each quotation in turn', () => {
    const [first, second] = quotationsOf(faq.entries.find(({ id }) => id === 'how-tracked') ?? faq.entries[0]!);
    const body = answered(pressing(`context:how-tracked:0`));
    const next = answered(pressing(buttonsOf(body)[0]?.custom_id ?? ''));
    expect(words(body)).toContain(`Paragraph ${first?.passage} in its context`);
    expect(words(next)).toContain(`Paragraph ${second?.passage} in its context`);
  });
});

describe('Cite', () => {
  it('gives the quotation, who says so, and where it stands, as plain text and as Markdown, to copy', () => {
    const body = answered(pressing(labelled(ask('caller-words'), 'Cite')));
    const [, plain = '', markdown = ''] = textsOf(body);
    const [quotation] = quotationsOf(faq.entries.find(({ id }) => id === 'caller-words') ?? faq.entries[0]!);
    const quote = quotation ? quotedText(report, quotation) : 'no quotation';
    expect(plain).toContain(`“${quote}”`);
    for (const copied of [plain, markdown]) {
      expect(copied).toMatch(/```\n[^]*\n```$/);
      for (const part of [
        'CNN',
        'December 2, 2022',
        'paragraph 6',
        report.known.address.value,
        'republished copy',
        'own words on that recording',
      ])
        expect(copied).toContain(part);
    }
    expect(shown(markdown)).toContain(`> ${quote}`);
    expect(markdown).toContain(`[${report.known.title.value}](${report.known.address.value})`);
  });
});

describe('Related', () => {
  it('offers the related entries', () => {
    const body = answered(pressing(labelled(ask('airplane-mode'), 'Related')));
    expect(optionsOf(body).map(({ value }) => value)).toEqual(
      faq.entries.find(({ id }) => id === 'airplane-mode')?.related,
    );
  });
});

describe('Share', () => {
  it('posts the same quotation for all to see, in the server’s language', () => {
    const card = ask('airplane-mode');
    const body = answered(pressing(labelled(card, 'Share'), { locale: 'zh-CN', guild_locale: 'en-US' }));
    expect(isPrivate(body)).toBe(false);
    expect(shownQuotes(body)).toEqual(shownQuotes(card));
    expect(buttonsOf(body).map(({ label }) => label)).toContain('Delete');
  });
});

describe('Delete', () => {
  const asker = { message: { id: MESSAGE, interaction_metadata: { user: { id: READER } } } };
  const somebody = { member: { user: { id: '500000000000000002' }, permissions: '0' } };
  const manager = { member: { user: { id: '500000000000000002' }, permissions: String(1n << 13n) } }; // MANAGE_MESSAGES

  it.each([
    ['the asker of a command, as Discord noted', pressing('delete', asker)],
    ['the asker of a mention, as the button notes', pressing(`delete:${READER}`)],
    ['who may manage messages', pressing('delete', { ...asker, ...manager })],
    [
      'the asker in a direct message',
      pressing('delete', { ...asker, member: undefined, guild_id: undefined, user: { id: READER } }),
    ],
  ])('takes the answer away for %s', (_, interaction) => {
    const { response, after } = responded(interaction);
    expect(response.type).toBe(InteractionResponseType.DeferredMessageUpdate);
    expect(after).toEqual([{ method: 'DELETE', route: '/webhooks/2/t/messages/%40original' }]);
  });

  it.each([
    ['somebody else', pressing('delete', { ...asker, ...somebody })],
    [
      'somebody else, whatever the button was made to say',
      pressing('delete:500000000000000002', { ...asker, ...somebody }),
    ],
    ['somebody where nobody is noted', pressing('delete', somebody)],
  ])('does nothing for %s', (_, interaction) => {
    const { after, response } = responded(interaction);
    expect(after).toBeUndefined();
    expect(words((response as unknown as { data: MessageBody }).data)).toContain('Only who asked');
  });
});

describe('/browse', () => {
  const topics = answered(slash('browse', [], { guild_locale: 'en-US' } as never));

  it('lists the topics privately', () => {
    expect(isPrivate(topics)).toBe(true);
    expect(optionsOf(topics).map(({ value }) => value)).toEqual(faq.topics.map(({ id }) => id));
  });

  it('leads through all questions of every topic by pages, editing its own message, and says where one is', () => {
    for (const topic of faq.topics) {
      const seen: string[] = [];
      let view = responded(choosing(menusOf(topics)[0] ?? '', [topic.id]));
      for (let page = 1; ; page += 1) {
        expect(view.response.type).toBe(InteractionResponseType.UpdateMessage);
        const body = (view.response as unknown as { data: MessageBody }).data;
        expect(words(body)).toContain(`Page ${page} of`);
        seen.push(...optionsOf(body).map(({ value }) => value));
        const next = buttonsOf(body).find(({ label }) => label === 'Next page');
        if (!next) break;
        view = responded(pressing(next.custom_id));
      }
      expect(seen).toEqual(faq.entries.filter((entry) => entry.topic === topic.id).map(({ id }) => id));
    }
  });

  it('leads back to the topics', () => {
    const body = answered(choosing('browse', ['call']));
    expect(textsOf(answered(pressing(labelled(body, 'All topics'))))).toEqual(textsOf(topics));
  });
});

describe('/passage', () => {
  const passage = (number: number | string): APIInteraction =>
    slash('passage', [{ name: 'number', type: 3, value: String(number) }]);

  it('shows every paragraph whole, with who says it and the entries that it answers', () => {
    for (const { number, text } of report.passages) {
      const body = answered(passage(number));
      expect(shownQuotes(body)).toEqual([text]);
      expect(optionsOf(body).length).toBeGreaterThan(0);
    }
  });

  it.each([-1, 99, 1e9, 'zebra', ''])('says so where there is no paragraph %s', (number) => {
    expect(words(answered(passage(number)))).toBe('There is no such paragraph: the report has 1 to 18.');
  });

  it.each([
    ['words that several have', 'police', 'Paragraphs 1, 3, 4'],
    ['an apostrophe of the keyboard', "China's", 'Paragraph 13 of 18'],
    ['a number that is a word of a paragraph', '1989', 'Paragraph 12 of 18'],
  ])('finds %s', (_, typed, found) => {
    expect(words(answered(passage(typed)))).toContain(found);
  });

  it('shows the one paragraph that has the words typed', () => {
    expect(shownQuotes(answered(passage('WeChat')))).toEqual([report.passages[17]?.text]);
  });

  it.each([
    ['by number', '1', [1, 10, 11, 12, 13, 14, 15, 16, 17, 18]],
    ['by words', 'wechat', [18]],
    ['all while nothing is typed', '', report.passages.map(({ number }) => number)],
    ['none where none fits', 'zebra', []],
  ])('finds paragraphs %s', (_, typed, numbers) => {
    const { response } = responded({
      ...slash('passage'),
      type: 4,
      data: { id: '3', type: 1, name: 'passage', options: [{ name: 'number', type: 3, value: typed, focused: true }] },
    } as never);
    expect(
      (response as unknown as { data: { choices: { value: string }[] } }).data.choices.map(({ value }) =>
        Number(value),
      ),
    ).toEqual(numbers);
  });
});

describe('Ask the report', () => {
  const CHATTY =
    'lol my cousin sent me this article yesterday and we argued for an hour about it.\nAnyway, why does CNN not name the protesters?\nHave a nice weekend everyone, see you on Monday at the club!';

  it('answers the sentence that asks, privately, and offers to post it', () => {
    const body = answered(onMessage(CHATTY));
    expect(isPrivate(body)).toBe(true);
    expect(shownQuotes(body)).toEqual([report.passages[4]?.text]);
    expect(labelled(body, 'Reply for all to see')).toBe(`post:why-no-names:${MESSAGE}`);
  });

  it('says so where a message has no text', () => {
    expect(words(answered(onMessage('<a:party:5> https://example.org')))).toContain('no text that I could read');
  });

  it('posts the answer as a reply that pings nobody, where the bot is a member', () => {
    const { after, ifAfterFails } = responded(pressing(labelled(answered(onMessage(CHATTY)), 'Reply')));
    expect(after).toMatchObject([
      {
        method: 'POST',
        route: `/channels/${CHANNEL}/messages`,
        body: {
          allowed_mentions: { parse: [] },
          message_reference: { message_id: MESSAGE, fail_if_not_exists: false },
        },
      },
    ]);
    expect(ifAfterFails && words(ifAfterFails)).toContain('did not work');
  });

  it('posts it with a link to the message, where only the reader has the app', () => {
    const body = answered(
      pressing(
        labelled(answered(onMessage(CHATTY, installedByTheReader)), 'Post for all to see'),
        installedByTheReader,
      ),
    );
    expect(isPrivate(body)).toBe(false);
    expect(words(body)).toContain(`https://discord.com/channels/${SERVER}/${CHANNEL}/${MESSAGE}`);
    expect(shownQuotes(body)).toEqual([report.passages[4]?.text]);
  });

  it('keeps that offer where the reader has to choose first', () => {
    const card = answered(choosing(`choose:${MESSAGE}`, ['airplane-mode']));
    expect(labelled(card, 'Reply for all to see')).toBe(`post:airplane-mode:${MESSAGE}`);
    expect(labelled(card, 'Related')).toBe('related:airplane-mode');
  });

  it('speaks for nobody who may not speak there', () => {
    const { after, response } = responded(
      pressing(`post:why-no-names:${MESSAGE}`, { member: { user: { id: READER }, permissions: '0' } }),
    );
    expect(after).toBeUndefined();
    expect(words((response as unknown as { data: MessageBody }).data)).toContain('may not write here yourself');
  });

  it.each([
    ['View Channel', 10n],
    ['Send Messages', 11n],
    ['Read Message History', 16n],
  ])('names %s where the bot lacks it, privately', (permission, bit) => {
    const others = (2n ** 10n + 2n ** 11n + 2n ** 16n) & ~(1n << bit);
    const body = answered(pressing(`post:why-no-names:${MESSAGE}`, { app_permissions: String(others) }));
    expect(isPrivate(body)).toBe(true);
    expect(words(body)).toContain(permission);
  });
});

describe('a hostile custom_id', () => {
  it.each([
    'page:no-such-entry:0',
    'page:airplane-mode:-1',
    'page:airplane-mode:1e9',
    'context:airplane-mode:7',
    'context:airplane-mode',
    'cite:byline:0',
    'related:',
    'share:__proto__',
    'topic:call:-1',
    'topic:nowhere:0',
    'post:why-no-names:1/../../guilds',
    'constructor',
    'hasOwnProperty:1',
    'v2:context:airplane-mode',
    '~'.repeat(100),
    ':'.repeat(100),
  ])('%s gets a polite private message', (id) => {
    const { response, after } = responded(pressing(id));
    expect(after).toBeUndefined();
    const body = (response as unknown as { data: MessageBody }).data;
    expect(isPrivate(body)).toBe(true);
    expect(textsOf(body)).toEqual([unknown]);
  });

  it.each(['topic:call:9999', 'page:airplane-mode:9999'])('%s, a page too far, shows the nearest there is', (id) => {
    expect(textsOf(answered(pressing(id)))).not.toEqual([unknown]);
  });
});
