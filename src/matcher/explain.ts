import type { Calibration } from './decision/thresholds.ts';
import type { Assessment, Decision } from './decision/decide.ts';
import type { Evidence } from './decision/evidence.ts';
import { forEachFeature, type FeatureKind } from './features/features.ts';
import type { SimilarWords } from './features/similar-words.ts';
import type { Classifier } from './model/classifier.ts';
import type { QuestionVector } from './model/vectorize.ts';
import type { AnalyzedText } from './text/analyze.ts';
import type { AnalyzedWord, ExplainedEntry } from './types.ts';

export function explainWords({ tokens }: AnalyzedText): AnalyzedWord[] {
  return tokens.map(({ typed, word, term, known }) => ({ typed, corrected: word, term, known }));
}

/** What spoke for and against an entry: the weights of its features, summed by words and kind. */
export function explainEntry(
  entry: number,
  text: AnalyzedText,
  { rows, values }: QuestionVector,
  classifier: Classifier,
  similarWords: SimilarWords,
): ExplainedEntry['because'] {
  const valueOf = new Map(Array.from(rows, (row, index) => [row, values[index] ?? 0]));
  const sums = new Map<string, number>();
  forEachFeature(text, similarWords, (key, kind, _informativeness, from, to) => {
    const row = classifier.rowOf(key);
    const value = valueOf.get(row);
    if (value === undefined) return;
    valueOf.delete(row); // a feature counts once, however often it occurs
    const what = describeFeature(text, kind, from, to);
    sums.set(what, (sums.get(what) ?? 0) + value * classifier.weight(row, entry));
  });
  return [...sums]
    .map(([what, weight]) => ({ what, weight }))
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
    case 'term':
      return `"${first}"`;
    case 'similarWord':
      return `words like "${first}"`;
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
  isUnreadable: boolean,
): readonly string[] {
  const { inScope, confidence } = assessment;
  return [
    `The FAQ and its off-topic examples use ${percent(knownShare)} of the question's words, weighted by rarity.`,
    `The FAQ answers the question with a chance of ${percent(inScope)}, and the chance that the best answer is right is ${percent(confidence)}.`,
    explainOutcome(decision, assessment, calibration, isUnreadable),
  ];
}

function explainOutcome(
  decision: Decision,
  { confidence, offerConfidence, threshold, denied, onTopic }: Assessment,
  { offerThreshold, sureThreshold, deniedThreshold }: Calibration,
  isUnreadable: boolean,
): string {
  const match = `A match needs ${percent(threshold)}`;
  const ofChoices = `One of the best few is right with ${percent(offerConfidence)}`;
  switch (decision.kind) {
    case 'match':
      if (confidence < threshold) return 'There is nothing else to choose from.';
      return decision.hedged
        ? `${match}, so this is one. It takes ${percent(sureThreshold)} to be sure, so it is hedged.`
        : `${match}, so this is one.`;
    case 'denied':
      return `${match}. That no entry states what was asked has a chance of ${percent(denied)}, and a denial takes ${percent(deniedThreshold)}.`;
    case 'ambiguous':
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
