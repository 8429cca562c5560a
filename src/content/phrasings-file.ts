/** Reads content/phrasings/LANGUAGE/TOPIC.yaml: the ways readers ask each entry of a topic. */

import { z } from 'zod';
import { AUTHORING_LIMITS } from './authoring-limits.ts';
import type { Checked, Place } from './content-issue.ts';
import { entryIdSchema } from './entry-schema.ts';
import { topicIdOf } from './topic-file.ts';
import { parseYaml, type SourceFile } from './yaml-file.ts';

const { fewestPhrasings } = AUTHORING_LIMITS;

export interface PhrasingsFile {
  /** The id of the topic that it belongs to: the file's name without folder and ending. */
  readonly topic: string;
  /** The lists that nothing is wrong with. */
  readonly lists: readonly PhrasingList[];
  /** The entry ids of all its lists, including those that something is wrong with. */
  readonly ids: readonly string[];
  /** Where the list of an entry is. */
  readonly placeOf: (entryId: string) => Place;
}

/** The phrasings of one entry, with the means to name their place in the file. */
export interface PhrasingList {
  readonly entryId: string;
  readonly phrasings: readonly string[];
  /** Where the phrasing at this index is. */
  readonly placeOf: (index: number) => Place;
}

export function readPhrasings(file: SourceFile): Checked<PhrasingsFile> {
  const { value: yaml, issues: unreadable } = parseYaml(file);
  if (!yaml) return { issues: unreadable };
  const whole = yaml.check(z.record(z.string(), z.unknown()), yaml.data, []);
  if (!whole.value) return { issues: whole.issues };

  // Each list is checked on its own, so that a mistake in one hides nothing about the others.
  const checked = Object.entries(whole.value).map(([entryId, raw]) => {
    const { value: phrasings, issues } = yaml.check(phrasingListSchema, raw, [entryId], entryId);
    const placeOf = (index: number): Place => yaml.placeOf([entryId, index], entryId);
    return { entryId, list: phrasings && { entryId, phrasings, placeOf }, issues };
  });
  return {
    value: {
      topic: topicIdOf(file.name),
      lists: checked.flatMap(({ list }) => list ?? []),
      ids: checked.map(({ entryId }) => entryId),
      placeOf: (entryId) => yaml.placeOf([entryId], entryId),
    },
    issues: checked.flatMap(({ issues }) => issues),
  };
}

const EMPTY = 'is empty: write a question, or delete the line';

/** A question in a reader's words. */
export const askedSchema = z
  .string({
    error: ({ input }) => {
      if (input === null) return EMPTY;
      return 'must be text: put quotation marks around it, since it has a colon or looks like a number';
    },
  })
  .trim()
  .regex(/[\p{L}\p{N}]/u, {
    error: ({ input }) => (input === '' ? EMPTY : 'has no word in it: write a question, or delete the line'),
  });

const phrasingListSchema = z
  .array(askedSchema, 'must have a list of phrasings: put each on a line of its own, after “- ”')
  .min(fewestPhrasings, `needs at least ${fewestPhrasings} phrasings: add other ways to ask it`)
  .describe('Other ways to ask the question of the entry with this id, one a line, in the words of many readers.');

/** What a phrasings file as a whole must look like. */
export const phrasingsSchema = z.record(entryIdSchema, phrasingListSchema).meta({
  title: 'Phrasings',
  description: 'The ways readers ask each entry of a topic: the id of an entry, then a list.',
});

/** A phrasing without case, punctuation and spaces: two that become equal count as the same. */
export function foldPhrasing(phrasing: string): string {
  return phrasing
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .normalize('NFC'); // what stood apart may be one letter now: Hangul out of brackets
}
