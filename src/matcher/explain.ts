import type { Calibration } from './decision/thresholds.ts';
import {
  isDenialByAny,
  isLikelierThanOffer,
  LEAST_ON_TOPIC,
  type Assessment,
  type Decision,
} from './decision/decide.ts';
import type { Evidence } from './decision/evidence.ts';
import { FEATURE_KINDS, forEachFeature, type FeatureKind } from './features/features.ts';
import { LEAST_TELLING, type SimilarWords } from './features/similar-words.ts';
import type { Classifier } from './model/classifier.ts';
import type { QuestionVector } from './model/vectorize.ts';
import type { AnalyzedText } from './text/analyze.ts';
import type { AnalyzedWord, Reason } from './types.ts';

export function explainWords({ tokens }: AnalyzedText): AnalyzedWord[] {
  return tokens.map(({ typed, word, stem, known }) => ({ typed, corrected: word, stem, known }));
}

/** What spoke for and against an entry: the weights of its features, summed by words and kind. */
export function explainEntry(
  entry: number,
  text: AnalyzedText,
  vector: QuestionVector,
  { rowOf, entries }: Classifier,
  similarWords: SimilarWords,
): readonly Reason[] {
  return strongest(reasonsFor(text, vector, rowOf, similarWords, (row) => entries.weight(row, entry)));
}

/**
 * Why a question counts as answered within a topic (positive) or as a near miss (negative), by the
 * weights of its features.
 * @param topic the place of the topic among all
 */
export function explainCheck(
  topic: number,
  text: AnalyzedText,
  vector: QuestionVector,
  { rowOf, answered }: Classifier,
  similarWords: SimilarWords,
): readonly Reason[] {
  if (answered === undefined || topic < 0) return [];
  const nearMiss = answered.classCount / 2 + topic;
  const weightOf = (row: number): number => answered.weight(row, topic) - answered.weight(row, nearMiss);
  return strongest(reasonsFor(text, vector, rowOf, similarWords, weightOf));
}

/**
 * The telling words of a question that nothing in an entry accounts for: none of their features
 * speaks for it.
 */
export function unaccountedWords(
  entry: number,
  text: AnalyzedText,
  vector: QuestionVector,
  { rowOf, entries }: Classifier,
  similarWords: SimilarWords,
): readonly string[] {
  const supported = new Set<number>();
  visitValues(text, vector, rowOf, similarWords, (row, kind, _value, from) => {
    if (FEATURE_KINDS[kind] === 'word' && entries.weight(row, entry) > 0) supported.add(from);
  });
  const unaccounted = text.tokens.filter(
    ({ word }, at) => !supported.has(at) && similarWords.informativeness(word) >= LEAST_TELLING,
  );
  return [...new Set(unaccounted.map(({ word }) => word))];
}

function reasonsFor(
  text: AnalyzedText,
  vector: QuestionVector,
  rowOf: (key: number) => number,
  similarWords: SimilarWords,
  weightOf: (row: number) => number,
): readonly Reason[] {
  const sums = new Map<string, number>();
  visitValues(text, vector, rowOf, similarWords, (row, kind, value, from, to) => {
    const what = describeFeature(text, FEATURE_KINDS[kind]!, from, to);
    sums.set(what, (sums.get(what) ?? 0) + value * weightOf(row));
  });
  return [...sums].map(([what, weight]) => ({ what, weight }));
}

/** Visits the features of a question that are in its vector, each where it first occurs. */
function visitValues(
  text: AnalyzedText,
  { rows, values }: QuestionVector,
  rowOf: (key: number) => number,
  similarWords: SimilarWords,
  visit: (row: number, kind: number, value: number, from: number, to: number) => void,
): void {
  const valueOf = new Map(Array.from(rows, (row, index) => [row, values[index]!]));
  forEachFeature(text, similarWords, (key, kind, _informativeness, from, to) => {
    const row = rowOf(key);
    const value = valueOf.get(row);
    if (value === undefined) return;
    valueOf.delete(row);
    visit(row, kind, value, from, to);
  });
}

function strongest(reasons: readonly Reason[]): readonly Reason[] {
  return reasons
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.what < b.what ? -1 : 1))
    .slice(0, MOST_REASONS);
}

/** At most this many reasons are given for an entry. */
const MOST_REASONS = 6;

function describeFeature({ tokens }: AnalyzedText, kind: FeatureKind, from: number, to: number): string {
  const first = tokens[from]?.word ?? '';
  const last = tokens[to]?.word ?? '';
  switch (kind) {
    case 'word':
      return `"${first}" or words like it`;
    case 'charNgram':
      return `letters of "${first}"`;
    case 'skipBigram':
      return `"${first}" with "${last}"`;
    case 'bigram':
      return from === to ? `"${first}" at the start or end` : `"${first} ${last}"`;
  }
}

/** Why the decision was made, as sentences. */
export function explainDecision(
  decision: Decision,
  assessment: Assessment,
  { knownShare }: Evidence,
  calibration: Calibration,
  names: readonly string[],
  isUnreadable: boolean,
): readonly string[] {
  const { inScope, confidence } = assessment;
  return [
    `The FAQ and its off-topic examples use ${percent(knownShare)} of the question's words, weighted by rarity.`,
    `The FAQ answers the question with a chance of ${percent(inScope)}, and the chance that the best answer is right is ${percent(confidence)}.`,
    ...(names.length === 0 ? [] : [`From the list of names: ${names.join(', ')}. That counts in the chances.`]),
    explainOutcome(decision, assessment, calibration, isUnreadable),
  ];
}

function explainOutcome(
  decision: Decision,
  assessment: Assessment,
  { offerThreshold, sureThreshold, deniedThreshold }: Calibration,
  isUnreadable: boolean,
): string {
  const { confidence, offerConfidence, threshold, denied, onTopic, choices } = assessment;
  const match = `A match needs ${percent(threshold)}`;
  const noEntry = `that no entry states what was asked has a chance of ${percent(denied)}`;
  const ofChoices = `One of the best few is right with ${percent(offerConfidence)}`;
  switch (decision.kind) {
    case 'match':
      if (confidence < threshold)
        return choices.length < 2
          ? 'There is nothing else to choose from.'
          : `${match}. Whatever else would be offered denies, and ${noEntry}, which is no likelier, so this is quoted, hedged.`;
      return decision.hedged
        ? `${match}, so this is one. It takes ${percent(sureThreshold)} to be sure, so it is hedged.`
        : `${match}, so this is one.`;
    case 'denied':
      if (isDenialByAny(assessment))
        return `${match}, but which of the entries that deny was meant is not clear, so none of them is.`;
      if (denied >= deniedThreshold && onTopic >= LEAST_ON_TOPIC)
        return `${match}, and ${noEntry}; a denial takes ${percent(deniedThreshold)}.`;
      return isLikelierThanOffer(assessment)
        ? `${match}, and ${noEntry}, far likelier than that one of the best few is right, so they are not offered.`
        : `${match}. Whatever else would be offered denies, and ${noEntry}, likelier than that the best answer is right.`;
    case 'ambiguous':
      if (confidence >= threshold)
        return `${match}, but which of the entries that deny was meant is not clear, and ${noEntry}, too little for a denial, so the best few are offered.`;
      return offerConfidence < offerThreshold
        ? `${match}. The question is about the subject with a chance of ${percent(onTopic)}, so the best few are offered.`
        : `${match}. ${ofChoices}, so they are offered.`;
    case 'none':
      if (isUnreadable) return 'No word of the question says what it asks, so nothing is shown.';
      return `An offer takes ${percent(offerThreshold)}. ${ofChoices}, so nothing is shown.`;
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
