import type { MatcherEntry, NearMiss, TrainingOptions } from '../../src/matcher/index.ts';

/** A small FAQ that has nothing to do with the report: the matcher knows no subject. */
export const LIBRARY: readonly MatcherEntry[] = [
  {
    id: 'opening-hours',
    topic: 'hours',
    phrasings: [
      'when does the library open',
      'what are your opening hours',
      'until when are you open today',
      'are you open on sunday',
      'what time do you close',
    ],
  },
  {
    id: 'loan-period',
    topic: 'loans',
    phrasings: [
      'how long can I keep a book',
      'how many days is a loan',
      'when must I return a book',
      'what is the loan period',
      'for how long may I borrow',
    ],
  },
  {
    id: 'renew-card',
    topic: 'cards',
    phrasings: [
      'how do I renew my card',
      'my library card has expired',
      'where can I extend my card',
      'renewing a card',
      'can you make my card valid again',
    ],
  },
  {
    id: 'late-fee',
    topic: 'fees',
    phrasings: [
      'what is the fine for a late book',
      'how much do I pay when I am late',
      'is there a late fee',
      'I forgot to return a book, what does it cost',
      'overdue charges',
    ],
  },
  {
    id: 'computers',
    topic: 'computers',
    phrasings: [
      'is there a computer to use',
      'can I use a computer here',
      'do you have computers',
      'where are the computers',
      'may I print something',
    ],
  },
];

export const LIBRARY_OPTIONS: TrainingOptions = {
  abbreviations: { PC: 'computer' },
};

/** Questions that the library's entries seem to answer: about reasons, other people, and times. */
export const LIBRARY_NEAR_MISSES: readonly NearMiss[] = Object.entries({
  hours: [
    'why does the library open so late',
    'who decided on your opening hours',
    'did my sister ask when you close',
    'since when are you open on sunday',
    'were more people here when you opened last year',
  ],
  loans: [
    'who set the loan period',
    'did my sister return her book',
    'since when is there a loan period',
    'were more books borrowed last year',
    'why is the loan period so short',
  ],
  cards: [
    'did my sister renew her card',
    'since when does a card expire',
    'were more cards renewed last year',
    'why did my card expire',
    'who renewed my card last year',
  ],
  fees: [
    'since when is there a fine',
    'were more fees paid last year',
    'why is there a late fee',
    'who gets the late fee',
    'did my sister pay the fine',
  ],
  computers: [
    'were more computers here last year',
    'why are the computers so slow',
    'who bought the computers',
    'did my sister use a computer',
    'since when do you have computers',
  ],
}).flatMap(([topic, questions]) => questions.map((question) => ({ question, topic })));
