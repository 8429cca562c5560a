import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadMatcher, type MatcherEntry } from '../../src/matcher/index.ts';
import { calibrateMatcher, createMatcher, trainMatcher } from '../../src/matcher/training.ts';
import { LIBRARY, LIBRARY_OPTIONS } from './library.ts';
import { throughFile } from './through-file.ts';
import { TOWN, TOWN_NEAR_MISSES, TOWN_OFF_TOPIC } from './town.ts';

const data = calibrateMatcher(trainMatcher(LIBRARY, LIBRARY_OPTIONS), LIBRARY);
const matcher = loadMatcher(data);
const restored = loadMatcher(throughFile(data));

describe('match', () => {
  it.each([
    ['a phrasing as it is written', 'how long can I keep a book', 'loan-period'],
    ['other words in another order', 'a book, how many days may I keep it?', 'loan-period'],
    ['capitals and accents', 'WHEN dóes the LIBRARY open', 'opening-hours'],
    ['a letter dropped', 'when does the libary open', 'opening-hours'],
    ['two letters swapped', 'when does the lirbary open', 'opening-hours'],
    ['a letter doubled', 'how do I rennew my card', 'renew-card'],
    ['a space lost', 'when does thelibrary open', 'opening-hours'],
    ['a short form written out', 'is there a pc to use', 'computers'],
  ])('finds the entry by %s', (_, question, id) => {
    expect(matcher.match(question).ranked[0]?.id).toBe(id);
  });

  it.each(LIBRARY.flatMap(({ id, phrasings }) => phrasings.map((phrasing) => [phrasing, id] as const)))(
    'knows its own phrasing "%s"',
    (phrasing, id) => {
      expect(matcher.match(phrasing).ranked[0]?.id).toBe(id);
    },
  );

  it.each(['', '   ', '?!', '🙂'])('has nothing for %j', (question) => {
    expect(matcher.match(question).decision).toEqual({ kind: 'none' });
  });

  it('refuses what is about something else', () => {
    expect(matcher.match('recipe for banana bread with walnuts').decision.kind).toBe('none');
  });

  it('ranks every entry of a small FAQ, once', () => {
    const ids = matcher.match('book').ranked.map(({ id }) => id);
    expect([...ids].sort()).toEqual(LIBRARY.map(({ id }) => id).sort());
  });

  it('gives probabilities, best first, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (question) => {
        const scores = matcher.match(question).ranked.map(({ score }) => score);
        expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThanOrEqual(1 + 1e-6);
      }),
    );
  });

  it('decides for entries that exist, 2 to 5 of them where it offers a choice, the best of them first', () => {
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

  it('never offers two entries that say the same', () => {
    const twins: readonly MatcherEntry[] = [
      { id: 'open', phrasings: ['when do you open', 'opening time'], answerGroup: 'hours' },
      { id: 'close', phrasings: ['when do you close', 'closing time'], answerGroup: 'hours' },
      { id: 'fees', phrasings: ['what does it cost', 'is there a fee'] },
    ];
    const { decision } = createMatcher(twins).match('when');
    const offered = decision.kind === 'ambiguous' ? decision.ids : [];
    expect(offered.filter((id) => id === 'open' || id === 'close').length).toBeLessThanOrEqual(1);
  });
});

describe('a matcher with near misses', () => {
  const options = { nearMisses: TOWN_NEAR_MISSES, offTopic: TOWN_OFF_TOPIC };
  const model = trainMatcher(TOWN, options);
  const townData = calibrateMatcher(model, TOWN, options);
  const town = loadMatcher(townData);

  it.each([
    ['denies a near miss in other words', 'what did the harbor cost', { kind: 'denied' }],
    ['denies what near misses of other things ask', 'what did the station cost', { kind: 'denied' }],
    [
      'is sure of what it states',
      'what year did they build our tower',
      { kind: 'match', id: 'tower-when', hedged: false },
    ],
    [
      'lets an entry deny',
      'which architect designed our castle',
      { kind: 'match', id: 'castle-architect', hedged: false },
    ],
    ['refuses what is off-topic, and does not deny it', 'how does one make pasta', { kind: 'none' }],
  ])('%s: %s', (_, question, expected) => {
    expect(town.match(question).decision).toMatchObject(expected);
  });

  it('names the nearest entry that states something', () => {
    const nearest = TOWN_NEAR_MISSES.flatMap(({ question }) => {
      const { decision } = town.match(question);
      return decision.kind === 'denied' && decision.nearest !== undefined ? [{ question, id: decision.nearest }] : [];
    });
    expect(nearest.length).toBeGreaterThan(TOWN_NEAR_MISSES.length / 2);
    for (const { question, id } of nearest) {
      expect(question).toContain(id.split('-')[0]);
      expect(id).not.toContain('architect');
    }
  });

  it.each(['zzzz qqqqq', 'xyz', '集会在哪里'])('refuses what has no known word: %s', (question) => {
    expect(town.match(question).decision).toEqual({ kind: 'none' });
  });

  it('quotes few near misses without hedging', () => {
    const plain = TOWN_NEAR_MISSES.map(({ question }) => town.match(question).decision).filter(
      (decision) => decision.kind === 'match' && !decision.hedged && !decision.id.endsWith('architect'),
    );
    expect(plain.length).toBeLessThan(TOWN_NEAR_MISSES.length / 10);
  });

  it('gives the same bits for the same input', () => {
    expect(JSON.stringify(calibrateMatcher(model, TOWN, options))).toBe(JSON.stringify(townData));
  });

  it('decides the same where it went through a file', () => {
    const again = loadMatcher(throughFile(townData));
    for (const { question } of TOWN_NEAR_MISSES) expect(again.match(question)).toEqual(town.match(question));
  });

  it('suggests entries as ever', () => {
    expect(town.suggest('when was the tow', 1)).toEqual(['tower-when']);
  });
});

describe('names', () => {
  const named = createMatcher(LIBRARY, { ...LIBRARY_OPTIONS, names: [['New Haven', 'Newhaven'], ['Lima']] });

  it.each([
    ['as they are written, in any case', 'is there a library in new haven or LIMA', ['New Haven', 'Lima']],
    ['with a typo', 'when does the library of New Havne open', ['New Haven']],
    ['of which the question has none', 'when does the library open', []],
  ])('are found %s', (_, question, names) => {
    expect(named.match(question).names).toEqual(names);
  });
});

describe('the same question', () => {
  it('gives the same answers where it went through a file', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (question) => {
        expect(restored.match(question)).toEqual(matcher.match(question));
        expect(restored.suggest(question, 5)).toEqual(matcher.suggest(question, 5));
      }),
    );
  });

  it('gives the same answer however many questions came between', () => {
    const before = matcher.match('when does the libary open');
    for (let index = 0; index < 50; index += 1) matcher.match(`question ${index} about the libary`);
    expect(matcher.match('when does the libary open')).toEqual(before);
  });
});

describe('createMatcher', () => {
  it('works with a single entry', () => {
    const only = createMatcher([
      { id: 'only', phrasings: ['when do you open', 'opening hours please', 'at what hour do you open'] },
    ]);
    expect(only.match('when do you open').decision).toMatchObject({ kind: 'match', id: 'only' });
    expect(only.match('zzz').decision).toEqual({ kind: 'none' });
  });

  it('takes words that JavaScript has a meaning for', () => {
    const entries = [
      { id: 'a', phrasings: ['what does the constructor do', '__proto__ what'] },
      { id: 'b', phrasings: ['where is hasOwnProperty', 'valueOf where'] },
    ];
    const odd = createMatcher(entries, { abbreviations: { toString: 'to string' } });
    expect(odd.match('the constructor').ranked[0]?.id).toBe('a');
  });

  it('trains, calibrates and loads', () => {
    const created = createMatcher(LIBRARY, LIBRARY_OPTIONS);
    expect(created.match('how long can I keep a book')).toEqual(matcher.match('how long can I keep a book'));
  });
});

describe('loadMatcher', () => {
  it('corrects typos unless told not to', () => {
    const [asTyped] = loadMatcher(data, { correctTypos: false }).explain('libary').words;
    expect(asTyped?.corrected).toBe('libary');
    expect(matcher.explain('libary').words[0]?.corrected).toBe('library');
  });
});
