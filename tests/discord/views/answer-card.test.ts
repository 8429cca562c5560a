import { describe, expect, it } from 'vitest';
import { answerFrom, notCovered, type Answer } from '../../../src/answers/answer.ts';
import { SMALL_TALK } from '../../../src/answers/conversation.ts';
import { quotationsOf } from '../../../src/content/faq.ts';
import { quotedText } from '../../../src/content/quotation.ts';
import { answerCard, type CardOptions } from '../../../src/discord/views/answer-card.ts';
import type { MessageBody } from '../../../src/discord/views/message.ts';
import { buttonsOf, menusOf, MESSAGE, optionsOf, READER, shownQuotes, textsOf } from '../../support/payloads.ts';
import { refusedAsMessage, wordsOf } from '../../support/replies.ts';
import { bot, english, faq, report, withHeadingAndContext } from '../../support/small-bot.ts';

function answerOf(id: string): Answer {
  return bot.answerer.choose(id) ?? { kind: 'unanswered' };
}

function card(answer: Answer, options: CardOptions = { visibility: 'private' }, translator = english): MessageBody {
  return answerCard(answer, bot, translator, options);
}

const ambiguous: Answer = { kind: 'ambiguous', candidates: faq.entries.slice(0, 2) };
const unanswered: Answer = { kind: 'unanswered' };
const all: readonly (readonly [string, Answer])[] = [
  ...faq.entries.map(({ id }) => [id, answerOf(id)] as const),
  ...faq.entries.map((entry) => [`${entry.id}, hedged`, answerFrom(entry, 1, faq.entries, { hedged: true })] as const),
  ...faq.entries.map((entry) => [`a question near ${entry.id}`, notCovered(entry, 1, faq.entries)] as const),
  ['a choice', ambiguous],
  ['what comes near nothing', notCovered(undefined, 1, [])],
  ...SMALL_TALK.map((about) => [about, { kind: 'small_talk', about }] as const),
  ['no answer', unanswered],
];
const ids = (body: MessageBody): readonly string[] => buttonsOf(body).map(({ custom_id: id }) => id);

describe.each(all)('the card of %s', (_, answer) => {
  const cases: readonly (readonly [string, CardOptions])[] = [
    ['privately', { visibility: 'private' }],
    ['publicly', { visibility: 'public', owner: READER, intro: 'Posted for somebody:' }],
    ['for a message', { visibility: 'private', postTo: { message: MESSAGE, asReply: true } }],
  ];

  it.each(cases)('is one that Discord takes %s, in every locale', (_, options) => {
    for (const translator of bot.translators.all) {
      const body = card(answer, options, translator);
      expect(refusedAsMessage({ ...body, flags: body.flags & ~64 })).toEqual([]);
      expect(buttonsOf(body).length).toBeLessThanOrEqual(5);
      expect(menusOf(body).length).toBeLessThanOrEqual(1);
      for (const { label } of buttonsOf(body)) expect(label).toMatch(/\p{L}/u);
    }
  });

  it('can be deleted where it is public, and only there', () => {
    expect(ids(card(answer, { visibility: 'public' }))).toContain('delete');
    expect(ids(card(answer, { visibility: 'public', owner: READER }))).toContain(`delete:${READER}`);
    expect(ids(card(answer)).join()).not.toContain('delete');
  });
});

describe('the card of an entry', () => {
  it.each(faq.entries.map((entry) => [entry.id, entry] as const))('shows the quotations of %s whole', (id, entry) => {
    const slices = quotationsOf(entry).map((quotation) => quotedText(report, quotation));
    expect(shownQuotes(card(answerOf(id)))).toEqual(slices);
    const isLinked = textsOf(card(answerOf(id))).some((text) => text.includes('](https://example.org/bridge)'));
    expect(isLinked).toBe(slices.length > 0);
  });

  it('offers context, a citation, related entries and sharing', () => {
    expect(ids(card(answerOf('bridge-when')))).toEqual([
      'context:bridge-when:0',
      'cite:bridge-when:0',
      'related:bridge-when',
      'share:bridge-when',
    ]);
  });

  it('offers to post instead of to share where it answers a message', () => {
    const postTo = { message: MESSAGE, asReply: true };
    expect(ids(card(answerOf('eels'), { visibility: 'private', postTo }))).toEqual([
      'context:eels:0',
      'cite:eels:0',
      `post:eels:${MESSAGE}`,
    ]);
  });

  it('offers the runners-up and the related entries to whoever asked something else', () => {
    const answer = bot.answerer.ask('what happened to the eels?');
    if (answer.kind !== 'quoted') throw new Error('not quoted');
    const [first] = faq.entries;
    const body = card({ ...answer, candidates: first ? [first] : [] });
    expect(menusOf(body)).toEqual(['other']);
    expect(optionsOf(body).map(({ value }) => value)).toEqual(['bridge-when']);
  });

  it('remembers the message that it answers, for whoever asked something else', () => {
    const postTo = { message: MESSAGE, asReply: true };
    for (const { id, related } of faq.entries) {
      const menus = menusOf(card(answerOf(id), { visibility: 'private', postTo }));
      expect(menus).toEqual(related.length > 0 ? [`other:${MESSAGE}`] : []);
    }
  });

  it('has its topic’s color', () => {
    const [container] = card(answerOf('eels')).components;
    expect(container).toMatchObject({ accent_color: 0x1f6feb });
  });

  it('has its line above', () => {
    expect(textsOf(card(answerOf('eels'), { visibility: 'public', intro: 'Hello:' }))[0]).toBe('Hello:');
  });
});

describe('the card of what is not stated', () => {
  it('says first that the report does not say, and marks the closest passage as no answer', () => {
    const words = wordsOf(card(answerOf('bridge-cost')));
    const places = [
      'The report does not say',
      'Does the report say what the bridge cost?',
      'not an answer',
      '> The mayor',
    ].map((part) => words.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

describe('the card of an answer to a question about a name that the report lacks', () => {
  const line = english.t('reply.notMentioned', { name: 'Atlantis' });
  const entry = bot.faq.entries.find(({ id }) => id === 'eels')!;

  it.each([
    ['a quotation', answerFrom(entry, 1, [], { notMentioned: ['Atlantis'] })],
    ['a denial', notCovered(entry, 1, [], ['Atlantis'])],
  ])('says so above %s', (_, answer) => {
    expect(textsOf(card(answer))[0]).toContain(line);
  });

  it('says so in place of the question that it was taken for', () => {
    const denial = faq.entries.find(({ id }) => id === 'bridge-cost')!;
    const read = english.t('reply.readAs', { question: denial.question });
    expect(wordsOf(card(answerFrom(denial, 1, [])))).toContain(read);
    expect(wordsOf(card(answerFrom(denial, 1, [], { notMentioned: ['Atlantis'] })))).not.toContain(read);
  });
});

describe('the card of a hedged quotation', () => {
  const hedged = bot.answerer.ask('did the crabs leave too');

  it('says first that it may not answer exactly this, and then which question it answers', () => {
    const question = english.t('reply.closestQuestion', { question: 'What happened to the eels?' });
    expect(textsOf(card(hedged))[0]).toBe(`### ${english.t('reply.hedged')}\n${question}`);
    expect(wordsOf(card(answerOf('eels')))).not.toContain(english.t('reply.hedged'));
  });

  it('has the quotation and buttons of the answer, but shares and posts it hedged', () => {
    expect(shownQuotes(card(hedged))).toEqual(shownQuotes(card(answerOf('eels'))));
    expect(ids(card(hedged))).toEqual(['context:eels:0', 'cite:eels:0', 'share:eels:hedged']);
    const postTo = { message: MESSAGE, asReply: true };
    expect(ids(card(hedged, { visibility: 'private', postTo }))).toContain(`post:eels:${MESSAGE}:hedged`);
  });
});

describe('the card for whoever asks if it is true', () => {
  const answer = bot.answerer.choose('eels', 'basis');
  if (!answer) throw new Error('no answer');

  it('has who says it above the quotation, and a heading that affirms nothing', () => {
    const [heading, quotation] = textsOf(card(answer));
    expect(heading).toBe(
      `### ${english.t('reply.basis')}\n${english.t('reply.readAs', { question: 'What happened to the eels?' })}`,
    );
    expect(quotation).toMatch(/^\*\*fisher.*\*\*\n> A fisher.*\n-# paragraph 2$/);
  });

  it('may be hedged as well', () => {
    const hedged = bot.answerer.choose('eels', 'hedged-basis');
    const [heading, quotation] = textsOf(card(hedged ?? unanswered));
    expect(heading?.startsWith(`### ${english.t('reply.hedged')}\n`)).toBe(true);
    expect(quotation).toMatch(/^\*\*fisher.*\*\*\n> A fisher/);
  });

  it('is shared and posted as it is', () => {
    expect(ids(card(answer))).toContain('share:eels:basis');
    const postTo = { message: MESSAGE, asReply: true };
    expect(ids(card(answer, { visibility: 'private', postTo }))).toContain(`post:eels:${MESSAGE}:basis`);
  });
});

describe('the card of an entry with a heading and context', () => {
  it('has the heading in place of the question', () => {
    expect(textsOf(card(answerFrom(withHeadingAndContext, 1, [])))[0]).toBe('### What a fisher says');
  });

  it.each([
    ['an answer', answerFrom(withHeadingAndContext, 1, [])],
    ['the closest passage', notCovered(withHeadingAndContext, 1, [])],
  ])('shows context whole, below the quotation and marked, as %s', (_, answer) => {
    const body = card(answer);
    expect(shownQuotes(body)).toEqual([report.passages[1]?.text, report.passages[0]?.text]);
    const marked = textsOf(body).filter((text) => text.startsWith(`**${english.t('reply.context')}**\n> `));
    expect(marked).toHaveLength(1);
    expect(marked[0]).toContain('The mayor');
    expect(marked[0]).toMatch(/\*\*.*mayor.*\*\*\n-# paragraph 1$/s);
  });
});

describe('the card of what comes near nothing', () => {
  it('claims nothing of that, quotes nothing, and is shared and posted as it is', () => {
    const far = notCovered(undefined, 1, []);
    expect(textsOf(card(far))).toEqual([`### ${english.t('reply.notStated')}`]);
    expect(ids(card(far))).toEqual(['share:-:none-near']);
    const postTo = { message: MESSAGE, asReply: true };
    expect(ids(card(far, { visibility: 'private', postTo }))).toEqual([`post:-:${MESSAGE}:none-near`]);
  });

  it('says so where an entry does, below the question', () => {
    const [entry] = faq.entries.filter(({ id }) => id === 'bridge-cost');
    const answer = entry && answerFrom({ ...entry, answer: { kind: 'not_stated', closest: [] } }, 1, []);
    expect(textsOf(card(answer ?? unanswered))).toEqual([
      `### ${english.t('reply.notStated')}\n${english.t('reply.readAs', { question: 'Does the report say what the bridge cost?' })}`,
      english.t('reply.noneNear'),
    ]);
  });
});

describe('the card of small talk', () => {
  it.each(SMALL_TALK)('has one line and what can be asked: %s', (about) => {
    const [text = ''] = textsOf(card({ kind: 'small_talk', about }));
    expect(text.split('\n').slice(0, 2)).toEqual([english.t(`smallTalk.${about}.reply`), english.t('reply.canAsk')]);
    expect(text).toContain('- When was the bridge opened?');
  });
});

describe('the card of what no entry answers', () => {
  const near = bot.answerer.ask('who paid for the opening');

  it('says first that the report does not say, and marks the closest passage as no answer', () => {
    expect(textsOf(card(near)).slice(0, 2)).toEqual([
      `### ${english.t('reply.notStated')}`,
      english.t('reply.closest', { count: 1 }),
    ]);
    expect(shownQuotes(card(near))).toEqual(shownQuotes(card(answerOf('bridge-when'))));
  });

  it('does not pretend to know what was meant, but offers the nearest question first', () => {
    expect(wordsOf(card(near))).not.toContain('When was the bridge opened?');
    expect(wordsOf(card(near))).not.toContain('I took your question to mean');
    expect(optionsOf(card(near)).map(({ value }) => value)).toEqual(['bridge-when', 'eels']);
  });

  it('has the buttons of the nearest entry, but shares and posts itself', () => {
    expect(ids(card(near))).toEqual([
      'context:bridge-when:0',
      'cite:bridge-when:0',
      'related:bridge-when',
      'share:bridge-when:closest',
    ]);
    const postTo = { message: MESSAGE, asReply: true };
    expect(ids(card(near, { visibility: 'private', postTo }))).toContain(`post:bridge-when:${MESSAGE}:closest`);
  });

  it('has the color of the nearest entry’s topic', () => {
    expect(card(near).components[0]).toMatchObject({ accent_color: 0x1f6feb });
  });
});

describe('the card of what is known of the report', () => {
  it('says how it is known, and claims no quotation', () => {
    const body = card(answerOf('bridge-outlet'));
    expect(shownQuotes(body)).toEqual([]);
    expect(wordsOf(body)).toContain(`Outlet: Harbour Post`);
    expect(wordsOf(body)).toContain(english.t('reply.knownHow', { origin: english.field('publisher').how }));
  });
});

describe('the card of a choice', () => {
  it('offers the candidates, and remembers the message that it answers', () => {
    expect(optionsOf(card(ambiguous)).map(({ value }) => value)).toEqual(['bridge-when', 'eels']);
    expect(menusOf(card(ambiguous))).toEqual(['choose']);
    const postTo = { message: MESSAGE, asReply: false };
    expect(menusOf(card(ambiguous, { visibility: 'private', postTo }))).toEqual([`choose:${MESSAGE}`]);
  });

  it('quotes nothing', () => {
    expect(shownQuotes(card(ambiguous))).toEqual([]);
  });
});

describe('the card of no answer', () => {
  it('shows what can be asked, and quotes nothing', () => {
    expect(wordsOf(card(unanswered))).toContain('- When was the bridge opened?');
    expect(shownQuotes(card(unanswered))).toEqual([]);
  });

  it('says to readers of other languages which one the bot understands', () => {
    const spanish = bot.translators.for('es-ES');
    expect(wordsOf(card(unanswered, { visibility: 'private' }, spanish))).toContain(spanish.t('reply.language'));
    expect(wordsOf(card(unanswered))).not.toContain(english.t('reply.language'));
  });
});
