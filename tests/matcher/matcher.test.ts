import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createMatcher,
  matcherFromData,
  STEPS,
  type MatchableEntry,
  type MatcherData,
  type MatcherOptions,
} from '../../src/matcher/index.ts';
import { LIBRARY, LIBRARY_OPTIONS } from './library.ts';

/** Two words that point the same way. */
const SOME_VECTORS = {
  words: 'book\nnovel',
  dimensions: 4,
  vectors: Buffer.from([0x8f, 0x88, 0x8f, 0x88]).toString('base64'),
};

const matcher = createMatcher(LIBRARY, LIBRARY_OPTIONS);
const bot = matcherFromData(JSON.parse(JSON.stringify(matcher.toData())) as MatcherData);

describe('match', () => {
  test.each([
    ['a phrasing as it is written', 'how long can I keep a book', 'loan-period'],
    ['other words in another order', 'a book, how many days may I keep it?', 'loan-period'],
    ['capitals and accents', 'WHEN dóes the LIBRARY open', 'opening-hours'],
    ['a letter dropped', 'when does the libary open', 'opening-hours'],
    ['two letters swapped', 'when does the lirbary open', 'opening-hours'],
    ['a letter doubled', 'how do I rennew my card', 'renew-card'],
    ['a space lost', 'when does thelibrary open', 'opening-hours'],
    ['a word of the lexicon', 'how long can I keep a volume', 'loan-period'],
    ['a short form written out', 'is there a pc to use', 'computers'],
  ])('finds the entry by %s', (_, question, id) => {
    expect(matcher.match(question).ranked[0]?.id).toBe(id);
  });

  test.each(LIBRARY.flatMap(({ id, phrasings }) => phrasings.map((phrasing) => [phrasing, id] as const)))(
    'knows its own phrasing "%s"',
    (phrasing, id) => {
      expect(matcher.match(phrasing).ranked[0]?.id).toBe(id);
    },
  );

  test.each(['', '   ', '?!', '🙂'])('has nothing for %j', (question) => {
    expect(matcher.match(question).decision).toEqual({ kind: 'none' });
  });

  test('refuses what is about something else', () => {
    expect(matcher.match('recipe for banana bread with walnuts').decision.kind).toBe('none');
  });

  test('ranks every entry of a small FAQ, once', () => {
    const ids = matcher.match('book').ranked.map(({ id }) => id);
    expect([...ids].sort()).toEqual(LIBRARY.map(({ id }) => id).sort());
  });

  test('gives probabilities, best first, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (question) => {
        const scores = matcher.match(question).ranked.map(({ score }) => score);
        expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThanOrEqual(1 + 1e-6);
      }),
    );
  });

  test('decides for entries that exist, 2 to 5 of them where it offers a choice, the best of them first', () => {
    const word = fc.constantFrom(
      ...new Set(LIBRARY.flatMap(({ phrasings }) => phrasings.flatMap((phrasing) => phrasing.split(' ')))),
      'banana',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const { ranked, decision } = matcher.match(words.join(' '));
        if (decision.kind === 'match') expect(decision.id).toBe(ranked[0]?.id);
        if (decision.kind !== 'ambiguous') return;
        expect(decision.ids.length).toBeGreaterThanOrEqual(2);
        expect(decision.ids.length).toBeLessThanOrEqual(5);
        expect(new Set(decision.ids).size).toBe(decision.ids.length);
        expect(decision.ids[0]).toBe(ranked[0]?.id);
      }),
    );
  });

  test('never offers two entries that say the same', () => {
    const twins: readonly MatchableEntry[] = [
      { id: 'open', phrasings: ['when do you open', 'opening time'], answer: 'hours' },
      { id: 'close', phrasings: ['when do you close', 'closing time'], answer: 'hours' },
      { id: 'fees', phrasings: ['what does it cost', 'is there a fee'] },
    ];
    const { decision } = createMatcher(twins).match('when');
    const offered = decision.kind === 'ambiguous' ? decision.ids : [];
    expect(offered.filter((id) => id === 'open' || id === 'close').length).toBeLessThanOrEqual(1);
  });
});

describe('the same input', () => {
  test('trains the same matcher, bit for bit', () => {
    expect(JSON.stringify(createMatcher(LIBRARY, LIBRARY_OPTIONS).toData())).toBe(JSON.stringify(matcher.toData()));
  });

  test('gives the same answers after a trip through JSON', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (question) => {
        expect(bot.match(question)).toEqual(matcher.match(question));
        expect(bot.suggest(question, 5)).toEqual(matcher.suggest(question, 5));
      }),
    );
  });

  test('gives the same answer however many questions came between', () => {
    const before = matcher.match('when does the libary open');
    for (let index = 0; index < 50; index += 1) matcher.match(`question ${index} about the libary`);
    expect(matcher.match('when does the libary open')).toEqual(before);
  });
});

describe('suggest', () => {
  test.each([
    ['a half-typed last word', 'how long can i ke', 'loan-period'],
    ['a slip before it', 'hwo long can I keep a bo', 'loan-period'],
    ['the beginning of a single word', 'compu', 'computers'],
  ])('finds the entry by %s', (_, typed, id) => {
    expect(matcher.suggest(typed, 3)).toContain(id);
  });

  test('takes what follows an apostrophe for no half-typed word', () => {
    expect(matcher.suggest("how long can't", 3)).toEqual(matcher.suggest('how long can not', 3));
  });

  test('gives the first entries before anything is typed', () => {
    expect(matcher.suggest('', 2)).toEqual(LIBRARY.slice(0, 2).map(({ id }) => id));
  });

  test('gives at most as many as asked for, each once', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.integer({ min: 0, max: 25 }), (typed, limit) => {
        const ids = matcher.suggest(typed, limit);
        expect(ids.length).toBeLessThanOrEqual(limit);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

describe('explain', () => {
  const explanation = matcher.explain('How long can I keep a vlume of the libary?');

  test('shows how each word was read', () => {
    expect(explanation.words.find(({ typed }) => typed === 'libary')).toMatchObject({
      corrected: 'library',
      known: true,
    });
    expect(explanation.words.find(({ typed }) => typed === 'vlume')).toMatchObject({
      corrected: 'volume',
      meaning: 'book',
    });
  });

  test('names what spoke for the best entry', () => {
    const [best] = explanation.entries;
    expect(best?.id).toBe('loan-period');
    expect(best?.because.some(({ what, weight }) => weight > 0 && what.includes('keep'))).toBe(true);
  });

  test('comes to the same decision as match, and says why', () => {
    expect(explanation.decision).toEqual(matcher.match('How long can I keep a vlume of the libary?').decision);
    expect(explanation.reasons.length).toBeGreaterThan(1);
  });
});

describe('createMatcher', () => {
  test.each([
    ['no entry', []],
    ['an entry without a phrasing', [{ id: 'a', phrasings: [] }]],
    [
      'two entries of one id',
      [
        { id: 'a', phrasings: ['one'] },
        { id: 'a', phrasings: ['two'] },
      ],
    ],
  ])('refuses %s', (_, entries) => {
    expect(() => createMatcher(entries)).toThrow(RangeError);
  });

  test('works with a single entry', () => {
    const only = createMatcher([
      { id: 'only', phrasings: ['when do you open', 'opening hours please', 'at what hour do you open'] },
    ]);
    expect(only.match('when do you open').decision).toMatchObject({ kind: 'match', id: 'only' });
    expect(only.match('zzz').decision).toEqual({ kind: 'none' });
  });

  test('takes words that JavaScript has a meaning for', () => {
    const entries = [
      { id: 'a', phrasings: ['what does the constructor do', '__proto__ what'] },
      { id: 'b', phrasings: ['where is hasOwnProperty', 'valueOf where'] },
    ];
    const odd = createMatcher(entries, { abbreviations: { toString: 'to string' } });
    expect(odd.match('the constructor').ranked[0]?.id).toBe('a');
  });

  const trainedAway = STEPS.filter((step) => step !== 'spelling' && step !== 'evidence'); // these change how a question is taken, not what is learnt from so few
  test.each(trainedAway)('learns something else without the step %s', (step) => {
    const options: MatcherOptions = {
      ...LIBRARY_OPTIONS,
      outside: ['what is the weather like', 'tell me a joke'],
      wordVectors: SOME_VECTORS,
      without: [step],
    };
    const { without: _, ...data } = createMatcher(LIBRARY, options).toData();
    const { without: __, ...whole } = createMatcher(LIBRARY, { ...options, without: [] }).toData();
    expect(data).not.toEqual(whole);
  });

  test('reads words as they are without spelling', () => {
    const without = createMatcher(LIBRARY, { ...LIBRARY_OPTIONS, without: ['spelling'] });
    expect(without.explain('libary').words[0]?.corrected).toBe('libary');
  });

  test('refuses data of another version', () => {
    expect(() => matcherFromData({ ...matcher.toData(), version: 2 } as unknown as MatcherData)).toThrow(RangeError);
  });
});
