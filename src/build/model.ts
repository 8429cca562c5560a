/** What the matcher takes from content. */

import { createHash } from 'node:crypto';
import { answerGroup } from '../answers/answer-group.ts';
import type { Content } from '../content/content.ts';
import type { CalibrationOptions, MatcherEntry, TrainingOptions } from '../matcher/index.ts';
import { readEnglishVectors } from './word-vectors/english.ts';

/** The entries as the matcher sees them. */
export function matcherEntries({ faq, phrasings }: Content): readonly MatcherEntry[] {
  return faq.entries.map((entry) => ({
    id: entry.id,
    phrasings: phrasings.get(entry.id) ?? [],
    answerGroup: answerGroup(entry),
    // Denying what the report does state is the worst of all mistakes.
    needsHighConfidence: entry.answer.kind !== 'quoted',
  }));
}

/** What the matcher is trained and calibrated with besides the entries. */
export function matcherOptions({ lexicon, offTopic, nearMisses }: Content): TrainingOptions & CalibrationOptions {
  return {
    lexicon: lexicon.same,
    abbreviations: lexicon.abbreviations,
    offTopic,
    nearMisses: inTurn([...nearMisses.values()]),
    wordVectors: readEnglishVectors(),
  };
}

/**
 * The near misses of all passages, those at the start of their lists first. Neighbors in a list are
 * often by one author, and cross-validation leaves out runs.
 */
function inTurn(lists: readonly (readonly string[])[]): readonly string[] {
  return lists
    .flatMap((list) => list.map((question, index) => ({ question, place: index / list.length })))
    .sort((a, b) => a.place - b.place)
    .map(({ question }) => question);
}

/**
 * What training depends on in content, as a fingerprint: the same one means the same model. What
 * the entries answer is not part of it, only whether they state something.
 */
export function trainingFingerprint({ faq, phrasings, lexicon, offTopic, nearMisses }: Content): string {
  const entries = faq.entries.map(({ id, answer }) => [id, answer.kind === 'quoted', phrasings.get(id) ?? []]);
  return createHash('sha256')
    .update(JSON.stringify({ entries, lexicon, offTopic, nearMisses: [...nearMisses] }))
    .digest('hex');
}

/** What calibration depends on besides the model: which entries answer alike, and which deny. */
export function calibrationFingerprint(content: Content): string {
  const answers = matcherEntries(content).map(({ answerGroup: group, needsHighConfidence }) => [
    group,
    needsHighConfidence,
  ]);
  return createHash('sha256').update(JSON.stringify(answers)).digest('hex');
}
