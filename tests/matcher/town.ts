import type { MatcherEntry, NearMiss } from '../../src/matcher/index.ts';

const THINGS = ['bridge', 'tower', 'market', 'school', 'harbor', 'museum', 'station', 'castle'];

/** In an order of their own for each thing: what a fold holds out of one, it learns of others. */
function inOrderOf<T>(place: number, texts: readonly T[]): readonly T[] {
  const first = place % texts.length;
  return [...texts.slice(first), ...texts.slice(0, first)];
}

/**
 * An FAQ large enough to learn confidence from: when each thing of a town was built, where it is,
 * and that nothing is known of its architect.
 */
export const TOWN: readonly MatcherEntry[] = [
  ...THINGS.flatMap((thing, place) => [
    {
      id: `${thing}-when`,
      topic: thing,
      phrasings: inOrderOf(place, [
        `when was the ${thing} built`,
        `when did they build the ${thing}`,
        `what year was the ${thing} built`,
        `in what year did they build the ${thing}`,
        `when was our ${thing} built`,
        `the year in which they built the ${thing}`,
      ]),
    },
    {
      id: `${thing}-where`,
      topic: thing,
      phrasings: inOrderOf(place, [
        `where is the ${thing}`,
        `where do I find the ${thing}`,
        `in what street is the ${thing}`,
        `where in town is our ${thing}`,
        `what street do I take to the ${thing}`,
        `where can one see the ${thing}`,
      ]),
    },
  ]),
  ...THINGS.map((thing, place) => ({
    id: `${thing}-architect`,
    needsHighConfidence: true,
    phrasings: inOrderOf(place, [
      `who was the architect of the ${thing}`,
      `which architect drew the ${thing}`,
      `name of the architect of the ${thing}`,
      `who designed the ${thing}`,
      `which architect designed the ${thing}`,
      `who was it that designed our ${thing}`,
    ]),
  })),
];

/** What nothing answers, of whatever thing: reasons, what it cost, and who likes it. */
export const TOWN_NEAR_MISSES: readonly NearMiss[] = THINGS.flatMap((thing, place) =>
  inOrderOf(place, [
    `why was the ${thing} built`,
    `what did it cost to build the ${thing}`,
    `did her sister like the ${thing}`,
    `how many visitors has the ${thing}`,
    `the reason for the ${thing}`,
    `how much was the cost of the ${thing}`,
  ]).map((question) => ({ question, topic: thing })),
);

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
