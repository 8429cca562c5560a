/** What the matcher takes from content. */

import { createHash } from 'node:crypto';
import { answerGroup } from '../answers/answer-group.ts';
import type { Content } from '../content/content.ts';
import type { Entry } from '../content/faq.ts';
import type { Lexicon } from '../content/lexicon-file.ts';
import type { Report } from '../content/report.ts';
import type { CalibrationOptions, MatcherEntry, TrainingOptions } from '../matcher/index.ts';
import { tokenize } from '../matcher/training.ts';
import { readEnglishVectors } from './word-vectors/english.ts';

/** The entries as the matcher sees them. */
export function matcherEntries({ faq, phrasings }: Content): readonly MatcherEntry[] {
  return faq.entries.map((entry) => ({
    id: entry.id,
    phrasings: phrasings.get(entry.id) ?? [],
    answerGroup: answerGroup(entry),
    // Denying what the report does state is the worst of all mistakes.
    needsHighConfidence: entry.answer.kind !== 'quoted',
    denies: entry.answer.kind === 'not_stated',
    topic: topicOf(entry),
  }));
}

/** What the matcher is trained and calibrated with besides the entries. */
export function matcherOptions({
  report,
  lexicon,
  offTopic,
  nearMisses,
}: Content): TrainingOptions & CalibrationOptions {
  return {
    abbreviations: lexicon.abbreviations,
    names: namesNotIn(report, lexicon.names),
    offTopic,
    nearMisses: [...nearMisses].flatMap(([passage, questions]) =>
      questions.map((question) => ({ question, topic: String(passage) })),
    ),
    wordVectors: readEnglishVectors(),
  };
}

/** The names that stand in the report in none of their forms. */
function namesNotIn({ known, passages }: Report, names: Lexicon['names']): Lexicon['names'] {
  const text = [known.title.value, known.publisher.value, ...passages.map((passage) => passage.text)].join(' ');
  const wordsOf = (part: string): string => ` ${tokenize(part).join(' ')} `;
  const words = wordsOf(text);
  return names.filter((forms) => !forms.some((form) => words.includes(wordsOf(form))));
}

/** The first passage that an entry quotes: near misses are kept by the closest passage. */
function topicOf({ answer }: Entry): string | undefined {
  return answer.kind === 'quoted' ? String(answer.quotations[0]?.passage ?? '') : undefined;
}

/**
 * What training depends on in content, as a fingerprint: the same one means the same model. What
 * the entries answer is not part of it, only the first passage that they quote.
 */
export function trainingFingerprint({ report, faq, phrasings, lexicon, offTopic, nearMisses }: Content): string {
  const names = namesNotIn(report, lexicon.names);
  const entries = faq.entries.map((entry) => [
    entry.id,
    entry.answer.kind === 'quoted',
    topicOf(entry) ?? '',
    phrasings.get(entry.id) ?? [],
  ]);
  return createHash('sha256')
    .update(JSON.stringify({ entries, lexicon, names, offTopic, nearMisses: [...nearMisses] }))
    .digest('hex');
}

/** What calibration depends on besides the model: which entries answer alike, and which deny. */
export function calibrationFingerprint(content: Content): string {
  const answers = matcherEntries(content).map(({ answerGroup: group, needsHighConfidence, denies }) => [
    group,
    needsHighConfidence,
    denies,
  ]);
  return createHash('sha256').update(JSON.stringify(answers)).digest('hex');
}
