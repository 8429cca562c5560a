import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answers/answerer.ts';
import { quotationsOf } from '../../src/content/faq.ts';
import { MAX_CHOICES, type Match } from '../../src/matcher/index.ts';
import { createConversation } from '../../src/answers/conversation.ts';
import { bot, faq, tableMatcher } from '../support/small-bot.ts';

const { answerer } = bot;
const conversation = createConversation(bot.translators.all);
const ALL_THREE = ['eels', 'bridge-when', 'bridge-cost'];
/** What the matcher says; without names, unless they matter. */
type Said = Omit<Match, 'names'> & Partial<Match>;
const nothing: Said = { ranked: [], decision: { kind: 'none' } };
/** An answerer whose matcher says the same of every question. */
const answering = (said: Said): typeof answerer =>
  createAnswerer(faq, { ...tableMatcher, match: () => ({ names: [], ...said }) }, conversation);

describe('asking', () => {
  it.each(faq.entries.map(({ id, question }) => [id, question]))(
    'lets entry %s answer its own question and its id, whatever the matcher says',
    (id, question) => {
      const { ask } = answering(nothing);
      for (const asked of [question, question.toUpperCase(), ` ${question}\n`, id])
        expect(ask(asked)).toMatchObject({ entry: { id }, confidence: 1, candidates: [] });
    },
  );

  it.each([
    ['quoted', 'bridge-when', 'what day did the bridge open'],
    ['not_stated', 'bridge-cost', 'price of the bridge'],
    ['known', 'bridge-outlet', 'which paper is this from'],
  ])('gives the kind %s as the entry %s has it', (kind, id, question) => {
    expect(answerer.ask(question)).toMatchObject({ kind, entry: { id }, confidence: 0.9 });
  });

  it('offers the runners-up that have a chance, best first, without the entry itself', () => {
    const answer = answerer.ask('what day did the bridge open');
    expect(answer.kind === 'quoted' && answer.candidates.map(({ id }) => id)).toEqual(['eels']);
  });

  it('takes the matcher’s confidence where the entry is not ranked', () => {
    const match: Said = { ranked: [], decision: { kind: 'match', id: 'eels', confidence: 0.7, hedged: false } };
    expect(answering(match).ask('x')).toMatchObject({ confidence: 0.7 });
  });

  it('offers what the question could mean', () => {
    const answer = answerer.ask('bridge');
    expect(answer.kind === 'ambiguous' && answer.candidates.map(({ id }) => id)).toEqual([
      'bridge-when',
      'bridge-cost',
    ]);
  });

  it.each([
    ['leaves out what has next to no chance', [0.2, 0.1, 0.009], ['eels', 'bridge-when']],
    ['keeps all where only one has a chance, as the matcher lets none answer alone', [0.2, 0.009, 0], ALL_THREE],
    ['keeps all where none is ranked', [], ALL_THREE],
  ])('%s of what the question could mean', (_, scores, expected) => {
    const ranked = scores.map((score, index) => ({ id: ALL_THREE[index] ?? '', score }));
    const answer = answering({ ranked, decision: { kind: 'ambiguous', ids: ALL_THREE } }).ask('x');
    expect(answer.kind === 'ambiguous' && answer.candidates.map(({ id }) => id)).toEqual(expected);
  });

  it('gives a denial at once where it is the best of what the question could mean, and offers the others that have a chance', () => {
    const ranked = [
      { id: 'bridge-cost', score: 0.3 },
      { id: 'eels', score: 0.02 },
      { id: 'bridge-when', score: 0.001 },
    ];
    const decision = { kind: 'ambiguous', ids: ranked.map(({ id }) => id) } as const;
    expect(answering({ ranked, decision }).ask('x')).toMatchObject({
      kind: 'not_covered',
      nearest: undefined,
      confidence: 0.3,
      candidates: [{ id: 'bridge-cost' }, { id: 'eels' }],
    });
    const rivals = ranked.map((entry) => ({ ...entry, score: 0.3 }));
    expect(answering({ ranked: rivals, decision }).ask('x').kind).toBe('ambiguous');
  });

  it('gives an answer at once that has the others in it, hedged', () => {
    const ask = (ids: readonly string[], score = 0.3) =>
      answering({ ranked: ids.map((id) => ({ id, score })), decision: { kind: 'ambiguous', ids } }).ask('x');
    expect(ask(['bridge-and-eels', 'eels'])).toMatchObject({
      kind: 'quoted',
      entry: { id: 'bridge-and-eels' },
      hedged: true,
    });
    expect(ask(['eels', 'bridge-and-eels']).kind).toBe('ambiguous');
    expect(ask(['bridge-and-eels', 'eels'], 0.05).kind).toBe('ambiguous');
  });

  it('tells a name that the report lacks beside such an answer', () => {
    const ids = ['bridge-and-eels', 'eels'];
    const said: Said = {
      ranked: ids.map((id) => ({ id, score: 0.3 })),
      decision: { kind: 'ambiguous', ids },
      names: ['Atlantis'],
    };
    expect(answering(said).ask('x')).toMatchObject({ kind: 'quoted', hedged: true, notMentioned: ['Atlantis'] });
  });

  it('offers no choice whose answer is part of a likelier one', () => {
    const ids = ['bridge-and-eels', 'eels', 'bridge-cost'];
    const answer = answering({
      ranked: ids.map((id) => ({ id, score: 0.3 })),
      decision: { kind: 'ambiguous', ids },
    }).ask('x');
    expect(answer.kind === 'ambiguous' && answer.candidates.map(({ id }) => id)).toEqual([
      'bridge-and-eels',
      'bridge-cost',
    ]);
  });

  it('leaves out runners-up that are far less likely than the best', () => {
    const ranked = [
      { id: 'eels', score: 0.9 },
      { id: 'bridge-when', score: 0.05 },
      { id: 'bridge-and-eels', score: 0.04 },
    ];
    const decision = { kind: 'match', id: 'eels', confidence: 0.9, hedged: false } as const;
    const answer = answering({ ranked, decision }).ask('x');
    expect(answer.kind === 'quoted' && answer.candidates.map(({ id }) => id)).toEqual(['bridge-when']);
  });

  it.each([
    [0.46, ['bridge-cost']],
    [0.44, []],
  ])('has a runner-up that denies only from half of the best on: %f of 0.9', (score, expected) => {
    const ranked = [
      { id: 'eels', score: 0.9 },
      { id: 'bridge-cost', score },
    ];
    const decision = { kind: 'match', id: 'eels', confidence: 0.9, hedged: false } as const;
    const answer = answering({ ranked, decision }).ask('x');
    expect(answer.kind === 'quoted' && answer.candidates.map(({ id }) => id)).toEqual(expected);
  });

  it('offers no more runners-up than can be read at a glance', () => {
    const ranked = Array.from({ length: 9 }, () => ({ id: 'bridge-cost', score: 0.1 }));
    const answer = answering({ ranked, decision: { kind: 'match', id: 'eels', confidence: 0.7, hedged: false } }).ask(
      'x',
    );
    expect(answer.kind === 'quoted' && answer.candidates).toHaveLength(MAX_CHOICES);
  });

  it.each(['how do I bake bread', '', '   ', 'constructor', '__proto__'])('does not answer “%s”', (question) => {
    expect(answerer.ask(question)).toEqual({ kind: 'unanswered' });
  });

  it('does not answer with an entry that the FAQ does not have', () => {
    const decision = { kind: 'match', id: 'gone', confidence: 1, hedged: false } as const;
    expect(answering({ ranked: [], decision }).ask('x')).toEqual({ kind: 'unanswered' });
  });

  it.each([
    ['hedges a quotation that may not answer exactly', 'did the crabs leave too', true],
    ['does not hedge one that answers', 'where did the eels go', false],
    ['does not hedge an entry’s own question', 'What happened to the eels?', false],
  ])('%s', (_, question, hedged) => {
    expect(answerer.ask(question)).toMatchObject({ kind: 'quoted', entry: { id: 'eels' }, hedged });
  });

  it('never hedges an entry that quotes nothing', () => {
    const match: Said = { ranked: [], decision: { kind: 'match', id: 'bridge-cost', confidence: 1, hedged: true } };
    expect(answering(match).ask('x')).not.toHaveProperty('hedged');
  });

  it('shows the nearest entry’s quotations where no entry answers', () => {
    const nearest = faq.entries.find(({ id }) => id === 'bridge-when');
    expect(answerer.ask('who paid for the opening?')).toEqual({
      kind: 'not_covered',
      nearest,
      closest: nearest && quotationsOf(nearest),
      confidence: 0.7,
      candidates: [nearest],
      notMentioned: [],
    });
  });

  describe('a name that the report lacks', () => {
    const ranked = [{ id: 'eels', score: 0.6 }];
    const names = ['Atlantis'];

    it.each([
      ['tells it beside a sure quotation', { kind: 'match', id: 'eels', confidence: 0.9, hedged: false }, 'quoted'],
      ['tells it beside a hedged one', { kind: 'match', id: 'eels', confidence: 0.6, hedged: true }, 'quoted'],
      ['tells it where no entry answers', { kind: 'denied', nearest: 'eels', confidence: 0.9 }, 'not_covered'],
      [
        'tells it where an entry denies',
        { kind: 'match', id: 'bridge-cost', confidence: 0.9, hedged: false },
        'not_stated',
      ],
    ] as const)('%s', (_, decision, kind) => {
      expect(answering({ ranked, decision, names }).ask('x')).toMatchObject({ kind, notMentioned: names });
    });

    it('is not told where the question is about something else', () => {
      expect(answering({ ...nothing, names }).ask('x')).toEqual({ kind: 'unanswered' });
    });
  });

  it('shows no passage where no entry answers and none comes near', () => {
    const decision = { kind: 'denied', nearest: undefined, confidence: 0.7 } as const;
    expect(answering({ ranked: [{ id: 'eels', score: 0.2 }], decision }).ask('x')).toMatchObject({
      kind: 'not_covered',
      nearest: undefined,
      closest: [],
      candidates: [{ id: 'eels' }],
    });
  });

  it.each<[string, number, string | undefined, string | undefined]>([
    ['a denial that is likely', 0.91, 'eels', 'bridge-cost'],
    ['a denial that is likely, where nothing else comes near', 0.91, undefined, 'bridge-cost'],
    ['what the matcher finds nearest, where a denial is less likely', 0.89, 'eels', 'eels'],
    ['nothing, where a denial is less likely', 0.89, undefined, undefined],
  ])('shows as the closest the passages of %s', (_, score, nearest, expected) => {
    const said: Said = {
      ranked: [{ id: 'bridge-cost', score }],
      decision: { kind: 'denied', nearest, confidence: 0.9 },
    };
    const answer = answering(said).ask('x');
    const entry = faq.entries.find(({ id }) => id === expected);
    expect(answer).toMatchObject({ kind: 'not_covered', closest: entry ? quotationsOf(entry) : [] });
    expect(answer.kind === 'not_covered' && answer.nearest?.id).toBe(expected);
  });

  it('answers what no passage does by an entry about the report only where that is very likely', () => {
    const decision = { kind: 'denied', nearest: 'eels', confidence: 0.99 } as const;
    const asked = (score: number) => answering({ ranked: [{ id: 'bridge-outlet', score }], decision }).ask('x');
    expect(asked(0.98)).toMatchObject({ kind: 'known', entry: { id: 'bridge-outlet' }, confidence: 0.98 });
    expect(asked(0.96)).toMatchObject({ kind: 'not_covered', nearest: { id: 'eels' } });
  });

  it.each([
    ['Hi!', 'greeting'],
    ['  thank YOU :) ', 'thanks'],
    ['/ask', 'help'],
    ['who are you??', 'identity'],
    ['¿Qué puedo preguntar?', 'help'],
    ['谢谢！', 'thanks'],
    ['在嗎', 'ping'],
  ])('knows small talk: “%s”', (message, about) => {
    expect(answerer.ask(message)).toEqual({ kind: 'small_talk', about });
    expect(answerer.askIn(message)).toEqual({ kind: 'small_talk', about });
  });

  it('lets an entry answer its own question though it is small talk elsewhere', () => {
    const hello = { ...faq.entries[0]!, id: 'hello' };
    const withHello = createAnswerer({ ...faq, entries: [hello] }, tableMatcher, conversation);
    expect(withHello.ask('hello')).toMatchObject({ entry: { id: 'hello' } });
  });

  it.each([
    ['to whoever asks if it is true', 'Fact check: where did the eels go', true],
    ['to a message that asks so, in whichever sentence', 'Is it true? Where did the eels go?', true],
    ['not otherwise', 'where did the eels go', false],
    ['not for an entry’s own question', 'What happened to the eels?', false],
  ])('puts the basis in front %s', (_, question, basisFirst) => {
    expect(answerer.askIn(question)).toMatchObject({ kind: 'quoted', entry: { id: 'eels' }, basisFirst });
  });

  it('offers the nearest entry first where no entry answers, and no more than five in all', () => {
    const ids = ['eels', 'bridge-when', 'bridge-cost', ...Array.from({ length: 9 }, () => 'bridge-outlet')];
    const ranked = ids.map((id) => ({ id, score: 0.05 }));
    const answer = answering({ ranked, decision: { kind: 'denied', nearest: 'bridge-when', confidence: 0.7 } }).ask(
      'x',
    );
    const candidates = answer.kind === 'not_covered' ? answer.candidates.map(({ id }) => id) : [];
    expect(candidates.slice(0, 3)).toEqual(['bridge-when', 'eels', 'bridge-cost']);
    expect(candidates).toHaveLength(MAX_CHOICES);
  });
});

describe('asking in a message', () => {
  it.each([
    ['the whole message', 'what day did the bridge open', 'bridge-when'],
    ['the sentence that asks', 'Lovely day. Where did the eels go? Price of the bridge.', 'eels'],
    ['a line that tells', 'hello all\nprice of the bridge\nbye', 'bridge-cost'],
  ])('answers %s', (_, message, id) => {
    expect(answerer.askIn(message)).toMatchObject({ entry: { id } });
  });

  it.each([
    ['of the sentence that asks', 'Lovely day. Who paid for the opening? Bye.'],
    ['of a line that tells', 'hello all\nwho paid for the opening\nbye'],
    ['of the sentence that asks, whatever the others tell', 'Price of the bridge. Who paid for the opening?'],
  ])('says that no entry answers, if that is so %s', (_, message) => {
    expect(answerer.askIn(message)).toMatchObject({ kind: 'not_covered', nearest: { id: 'bridge-when' } });
  });

  it.each([
    ['the other question', 'Who paid for the opening? Where did the eels go?', 'eels'],
    ['the other line', 'who paid for the opening\nprice of the bridge', 'bridge-cost'],
  ])('gives the answer to %s rather than none', (_, message, id) => {
    expect(answerer.askIn(message)).toMatchObject({ entry: { id } });
  });

  it('gives a sentence’s answer where no entry answers the whole message', () => {
    const match = (question: string): Match =>
      question.includes('!')
        ? { ranked: [], decision: { kind: 'denied', nearest: 'bridge-when', confidence: 1 }, names: [] }
        : tableMatcher.match(question);
    const { askIn } = createAnswerer(faq, { ...tableMatcher, match }, conversation);
    expect(askIn('Oh!\nwhere did the eels go')).toMatchObject({ entry: { id: 'eels' } });
    expect(askIn('Oh!\nnothing')).toMatchObject({ kind: 'not_covered' });
  });

  it('keeps what the whole message could mean where no sentence has an answer', () => {
    expect(answerer.askIn('Bridge?').kind).toBe('ambiguous');
  });

  it('takes small talk for that only where there is nothing else', () => {
    expect(answerer.askIn('Thanks. Bye!')).toEqual({ kind: 'small_talk', about: 'thanks' });
    expect(answerer.askIn('Hello! Where did the eels go?')).toMatchObject({ entry: { id: 'eels' } });
    expect(answerer.askIn('Hello! How do I bake bread?')).toEqual({ kind: 'unanswered' });
  });

  it('reads twenty sentences only, those with a question mark first', () => {
    const chat = Array.from({ length: 20 }, (_, index) => `Line ${index}.`).join('\n');
    expect(answerer.askIn(`${chat}\nwhere did the eels go`)).toEqual({ kind: 'unanswered' });
    expect(answerer.askIn(`${chat}\nwhere did the eels go?`)).toMatchObject({ entry: { id: 'eels' } });
  });
});

describe('choosing', () => {
  it('gives the entry’s answer, and no candidates', () => {
    expect(answerer.choose('eels')).toMatchObject({
      kind: 'quoted',
      entry: { id: 'eels' },
      confidence: 1,
      candidates: [],
      hedged: false,
    });
  });

  it.each([
    ['hedged', 'eels', { kind: 'quoted', hedged: true }],
    ['closest', 'eels', { kind: 'not_covered', nearest: { id: 'eels' }, candidates: [{ id: 'eels' }] }],
    ['hedged', 'bridge-cost', { kind: 'not_stated', entry: { id: 'bridge-cost' } }],
    ['answer', 'bridge-cost', { kind: 'not_stated', entry: { id: 'bridge-cost' } }],
    ['closest', 'bridge-cost', { kind: 'not_covered', nearest: { id: 'bridge-cost' } }],
    ['basis', 'eels', { kind: 'quoted', hedged: false, basisFirst: true }],
    ['hedged-basis', 'eels', { kind: 'quoted', hedged: true, basisFirst: true }],
    ['none-near', '-', { kind: 'not_covered', nearest: undefined, closest: [], candidates: [] }],
    ['closest', 'bridge-outlet', { kind: 'known', entry: { id: 'bridge-outlet' } }],
  ] as const)('gives it as presented before, if the entry quotes: %s %s', (presentation, id, expected) => {
    expect(answerer.choose(id, presentation)).toMatchObject(expected);
  });

  it.each(['gone', '', '__proto__'])('finds no entry “%s”', (id) => {
    expect(answerer.choose(id)).toBeUndefined();
  });
});

describe('suggesting', () => {
  it.each(['', '  ', '?', '🙂'])('gives the featured entries while no word is typed: %j', (typed) => {
    expect(answerer.suggest(typed, 25).map(({ id }) => id)).toEqual(['bridge-when']);
  });

  it('gives what the matcher finds, up to the limit', () => {
    expect(answerer.suggest('bridge', 1).map(({ id }) => id)).toEqual(['bridge-when']);
  });
});

describe('explaining', () => {
  it('says whether the question was an entry’s own', () => {
    expect(answerer.explain('eels')).toMatchObject({ exact: true, answer: { entry: { id: 'eels' } } });
    expect(answerer.explain('where did the eels go')).toMatchObject({
      exact: false,
      answer: { entry: { id: 'eels' } },
    });
  });
});
