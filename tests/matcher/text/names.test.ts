import { describe, expect, it } from 'vitest';
import { NO_FREQUENT_WORDS } from '../../../src/matcher/spelling/frequent-words.ts';
import { createAnalyzer } from '../../../src/matcher/text/analyze.ts';
import { createNameFinder } from '../../../src/matcher/text/names.ts';
import { countVocabulary, loadVocabulary } from '../../../src/matcher/text/vocabulary.ts';

const NAMES = [
  ['New Haven', 'Newhaven'],
  ['New Haven Port'],
  ['Zürich'],
  ['Xi’an', 'Xian'],
  ['WeChat', 'We Chat'],
  ['Weixin', 'WeChat'],
];
const vocabulary = loadVocabulary(countVocabulary(['what happened in the harbor'], {}, NAMES));
const { analyze } = createAnalyzer(vocabulary, NO_FREQUENT_WORDS, true);
const findNames = createNameFinder(NAMES);

describe('createNameFinder', () => {
  it.each([
    ['a name as it is written', 'what happened in New Haven', ['New Haven']],
    ['in any case', 'what happened in NEW haven', ['New Haven']],
    ['by another form', 'newhaven harbor', ['New Haven']],
    ['with accents or without', 'the harbor of zurich', ['Zürich']],
    ['with a typo', 'what happened on wechaat', ['WeChat']],
    ['with a typo in one of its words', 'the new havne harbor', ['New Haven']],
    ['several, in the order of the question', 'zürich or new haven', ['Zürich', 'New Haven']],
    ['each once, whatever its forms', 'wechat, we chat and WeChat', ['WeChat']],
    ['in its first form, whatever apostrophe is typed', "is xi'an a harbor", ['Xi’an']],
    ['the longest', 'new haven port harbor', ['New Haven Port']],
    ['the first that has a form of two', 'what is weixin or wechat', ['Weixin', 'WeChat']],
    ['none where a part of it is missing', 'a new harbor', []],
    ['none where the end is missing', 'a harbor that is new', []],
    ['none in a question without words', '?!', []],
  ])('finds %s', (_, question, names) => {
    expect(findNames(analyze(question))).toEqual(names);
  });

  it('finds nothing without names', () => {
    expect(createNameFinder([])(analyze('New Haven'))).toEqual([]);
  });
});
