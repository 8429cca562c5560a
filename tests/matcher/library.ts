import type { MatcherEntry, TrainingOptions } from '../../src/matcher/index.ts';

/** A small FAQ that has nothing to do with the report: the matcher knows no subject. */
export const LIBRARY: readonly MatcherEntry[] = [
  {
    id: 'opening-hours',
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
  lexicon: [
    ['book', 'volume', 'printed work'],
    ['late', 'overdue'],
  ],
  abbreviations: { PC: 'computer' },
};

/** Questions that the library's entries seem to answer: about reasons, other people, and times. */
export const LIBRARY_NEAR_MISSES: readonly string[] = [
  'why does the library open so late',
  'why is the loan period so short',
  'why did my card expire',
  'why is there a late fee',
  'why are the computers so slow',
  'who decided on your opening hours',
  'who set the loan period',
  'who renewed my card last year',
  'who gets the late fee',
  'who bought the computers',
  'did my sister return her book',
  'did my sister renew her card',
  'did my sister pay the fine',
  'did my sister use a computer',
  'did my sister ask when you close',
  'since when are you open on sunday',
  'since when is there a loan period',
  'since when does a card expire',
  'since when is there a fine',
  'since when do you have computers',
  'were more people here when you opened last year',
  'were more books borrowed last year',
  'were more cards renewed last year',
  'were more fees paid last year',
  'were more computers here last year',
];
