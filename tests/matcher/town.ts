import type { MatcherEntry } from '../../src/matcher/index.ts';

const THINGS = ['bridge', 'tower', 'market', 'school', 'harbor', 'museum', 'station', 'castle'];

/**
 * An FAQ large enough to learn confidence from: when each thing of a town was built, where it is,
 * and, of one, that nothing is known of its architect.
 */
export const TOWN: readonly MatcherEntry[] = [
  ...THINGS.flatMap((thing) => [
    {
      id: `${thing}-when`,
      phrasings: [
        `when was the ${thing} built`,
        `what year did they build the ${thing}`,
        `how old is the ${thing}`,
        `the ${thing} dates from when`,
        `year of the ${thing}`,
        `in what year was our ${thing} finished`,
      ],
    },
    {
      id: `${thing}-where`,
      phrasings: [
        `where is the ${thing}`,
        `how do I get to the ${thing}`,
        `address of the ${thing}`,
        `what street is the ${thing} in`,
        `I am looking for the ${thing}`,
        `which part of town has the ${thing}`,
      ],
    },
  ]),
  {
    id: 'castle-architect',
    needsHighConfidence: true,
    phrasings: [
      'who was the architect of the castle',
      'which architect drew the castle',
      'name of the architect of the castle',
      'who designed the castle',
      'do you know who the castle was designed by',
      'architect of our castle',
    ],
  },
];

/** What nothing answers, of whatever thing: reasons, what it cost, and who likes it. */
export const TOWN_NEAR_MISSES: readonly string[] = [
  ...THINGS.map((thing) => `why was the ${thing} built`),
  ...THINGS.map((thing) => `what did it cost to build the ${thing}`),
  ...THINGS.map((thing) => `did her sister like the ${thing}`),
  ...THINGS.map((thing) => `how many visitors has the ${thing}`),
];

/** Questions that have nothing to do with the town. */
export const TOWN_OFF_TOPIC: readonly string[] = [
  'cake',
  'banana bread',
  'pancakes',
  'a song',
  'my cat',
  'orange juice',
  'guitar lessons',
  'tax returns',
].flatMap((what) => [`tell me something about ${what}`, `I would like ${what}`, `how does one make ${what}`, what]);
