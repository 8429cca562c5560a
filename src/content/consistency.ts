/** Finds ids and phrasings that don't fit together across content files. */

import { AUTHORING_LIMITS } from './authoring-limits.ts';
import { describePlace, type ContentIssue, type Place } from './content-issue.ts';
import type { NearMissList } from './near-misses-file.ts';
import type { OffTopicFile } from './off-topic-file.ts';
import type { PhrasingsFile } from './phrasings-file.ts';
import { repeatedQuestions, type PlacedQuestion } from './repeated-questions.ts';
import type { ListedEntry, TopicFile } from './topic-file.ts';

export interface FilesToCompare {
  /** Topic id → its file; `undefined` if it can't be read, so that its entries are unknown. */
  readonly topics: ReadonlyMap<string, TopicFile | undefined>;
  /** Topic id → its phrasings; `undefined` if they could not be read. */
  readonly phrasings: ReadonlyMap<string, PhrasingsFile | undefined>;
  /** Below `content/`, with a slash at its end. */
  readonly phrasingsFolder: string;
  readonly offTopic: OffTopicFile | undefined;
  readonly nearMisses: readonly NearMissList[];
}

/** Every issue between files. What an unreadable file may have is not reported as missing. */
export function consistencyIssues(files: FilesToCompare): readonly ContentIssue[] {
  const topics = present(files.topics);
  const entries = topics.flatMap((topic) => topic.entries);
  return [
    ...repeatedIds(entries),
    ...repeatedAliases(topics, entries),
    ...(topics.length === files.topics.size
      ? [...unknownIds(topics), ...unfitRelated(entries), ...misplacedPhrasings(files)]
      : []),
    ...missingPhrasings(files),
    ...repeatedQuestions(allQuestions(files)),
  ];
}

function repeatedIds(entries: readonly ListedEntry[]): readonly ContentIssue[] {
  const first = new Map<string, Place>();
  return entries.flatMap(({ entry, placeOf }) => {
    const place = placeOf(['id']);
    const other = first.get(entry.id);
    if (other)
      return [{ ...place, message: `This id is already used at ${describePlace(other)}: choose another one.` }];
    first.set(entry.id, place);
    return [];
  });
}

function repeatedAliases(topics: readonly TopicFile[], entries: readonly ListedEntry[]): readonly ContentIssue[] {
  const taken = new Set(topics.flatMap(({ ids }) => ids));
  return entries.flatMap(({ entry, placeOf }) =>
    entry.aliases.flatMap((alias, index) => {
      if (taken.has(alias)) {
        const message = `The alias ${alias} is an entry’s id or alias already: an alias leads to one entry only.`;
        return [{ ...placeOf(['aliases', index]), message }];
      }
      taken.add(alias);
      return [];
    }),
  );
}

/** Ids among `featured` and `related` that no entry has. */
function unknownIds(topics: readonly TopicFile[]): readonly ContentIssue[] {
  const ids = new Set(topics.flatMap((topic) => topic.ids));
  const check = (list: 'featured' | 'related', named: readonly string[], placeOf: ListedEntry['placeOf']) =>
    named.flatMap((id, index) => {
      if (ids.has(id)) return [];
      const message = `There is no entry ${id} (named in ${list}): correct the id, or remove it.`;
      return [{ ...placeOf([list, index]), message }];
    });
  return topics.flatMap(({ topic, entries, placeOf }) => [
    ...check('featured', topic?.featured ?? [], placeOf),
    ...entries.flatMap((listed) => check('related', listed.entry.related, listed.placeOf)),
  ]);
}

/** Related entries that lead nowhere new, and denials among them that come early or are many. */
function unfitRelated(entries: readonly ListedEntry[]): readonly ContentIssue[] {
  const denied = new Set(entries.filter(({ answer }) => answer?.kind === 'not_stated').map(({ entry }) => entry.id));
  return entries.flatMap(({ entry, placeOf }) => {
    const { id, related } = entry;
    return related.flatMap((other, index) => {
      const message = relatedProblem(id, other, related.slice(0, index), denied);
      return message === undefined ? [] : [{ ...placeOf(['related', index]), message }];
    });
  });
}

function relatedProblem(
  id: string,
  other: string,
  before: readonly string[],
  denied: ReadonlySet<string>,
): string | undefined {
  const { mostRelatedNotStated } = AUTHORING_LIMITS;
  if (other === id) return `The entry is related to itself: remove ${other} from related.`;
  if (before.includes(other)) return `The entry ${other} is in related twice: remove one of them.`;
  const deniedBefore = before.filter((one) => denied.has(one)).length;
  if (!denied.has(other)) {
    if (deniedBefore === 0) return undefined;
    return `Move ${other} before the entries in related that the report does not answer.`;
  }
  if (deniedBefore < mostRelatedNotStated) return undefined;
  return `More than ${mostRelatedNotStated} entries in related are ones that the report does not answer: remove ${other}.`;
}

/** Lists of phrasings for an entry that does not exist, or that belongs to another topic. */
function misplacedPhrasings({ topics, phrasings, phrasingsFolder }: FilesToCompare): readonly ContentIssue[] {
  const topicOf = new Map(present(topics).flatMap(({ id, ids }) => ids.map((entryId) => [entryId, id])));
  return present(phrasings).flatMap((file) =>
    file.ids.flatMap((entryId) => {
      if (topics.get(file.topic)?.ids.includes(entryId)) return [];
      const topic = topicOf.get(entryId);
      const message =
        topic === undefined
          ? `There is no entry ${entryId} in content/faq: correct the id, or remove its phrasings.`
          : `The entry ${entryId} is in content/faq/${topic}.yaml: move its phrasings to content/${phrasingsFolder}${topic}.yaml.`;
      return [{ ...file.placeOf(entryId), message }];
    }),
  );
}

/** Entries without phrasings; a single issue if there is no file for their topic at all. */
function missingPhrasings({ topics, phrasings, phrasingsFolder }: FilesToCompare): readonly ContentIssue[] {
  const phrased = new Set(present(phrasings).flatMap(({ ids }) => ids));
  return present(topics).flatMap(({ id, entries }): readonly ContentIssue[] => {
    const file = `${phrasingsFolder}${id}.yaml`;
    if (!phrasings.has(id)) return [{ file, message: `This file is missing: add it, with phrasings for each entry.` }];
    if (!phrasings.get(id)) return [];
    return entries
      .filter(({ entry }) => !phrased.has(entry.id))
      .map(({ placeOf }) => ({
        ...placeOf([]),
        message: `The entry has no phrasings: add a list of them to content/${file}.`,
      }));
  });
}

/** Near misses come last, so that a near miss that is also a phrasing is the one to mend. */
function allQuestions({ topics, phrasings, offTopic, nearMisses }: FilesToCompare): readonly PlacedQuestion[] {
  const listed = (questions: readonly string[], placeOf: (index: number) => Place, list: PlacedQuestion['list']) =>
    questions.map((question, index) => ({ question, place: placeOf(index), list }));
  return [
    ...(offTopic ? listed(offTopic.questions, offTopic.placeOf, 'off-topic') : []),
    ...present(topics).flatMap(({ entries }) =>
      entries.flatMap(({ entry, placeOf }) => listed([entry.question], () => placeOf(['question']), 'entry')),
    ),
    ...present(phrasings).flatMap(({ lists }) =>
      lists.flatMap((list) => listed(list.phrasings, list.placeOf, 'entry')),
    ),
    ...nearMisses.flatMap(({ questions, placeOf }) => listed(questions, placeOf, 'near miss')),
  ];
}

function present<Value>(files: ReadonlyMap<string, Value | undefined>): readonly Value[] {
  return [...files.values()].flatMap((file) => file ?? []);
}
