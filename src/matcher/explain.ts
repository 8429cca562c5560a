import type { Classifier } from './model/classifier.ts';
import { matchThreshold, type Assessment, type Outcome } from './decision/decide.ts';
import type { Evidence } from './decision/evidence.ts';
import { forEachFeature, type FeatureContext, type FeatureKind } from './features/features.ts';
import type { Reading } from './text/analyze.ts';
import type { Calibration, ExplainedEntry, WordReading } from './types.ts';

/** At most this many reasons are given for an entry. */
const MOST_REASONS = 6;

/** How each word was read. */
export function explainWords({ tokens }: Reading): WordReading[] {
  return tokens.map(({ typed, word, meaning, known }) => ({ typed, corrected: word, meaning, known }));
}

/** What spoke for and against one entry: the weights of its features, those of the same words and kind taken together. */
export function explainEntry(
  id: string,
  entry: number,
  score: number,
  reading: Reading,
  classifier: Classifier,
  context: FeatureContext,
): ExplainedEntry {
  const features = classifier.featuresOf(reading);
  const valueOf = new Map(Array.from(features.rows, (row, index) => [row, features.values[index]!]));
  const sums = new Map<string, number>();
  forEachFeature(reading, context, (key, kind, _tellingness, from, to) => {
    const row = classifier.table.rowOf(key);
    const value = valueOf.get(row);
    if (value === undefined) return;
    valueOf.delete(row);
    const what = describe(reading, kind, from, to);
    sums.set(what, (sums.get(what) ?? 0) + value * classifier.weight(row, entry));
  });
  const because = [...sums]
    .map(([what, weight]) => ({ what, weight }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.what < b.what ? -1 : 1))
    .slice(0, MOST_REASONS);
  return { id, score, because };
}

function describe({ tokens }: Reading, kind: FeatureKind, from: number, to: number): string {
  const first = tokens[from]?.word ?? '';
  const last = tokens[to]?.word;
  switch (kind) {
    case 'meaning':
      return `"${first}"`;
    case 'kindred':
      return `words like "${first}"`;
    case 'letters':
      return `letters of "${first}"`;
    case 'pair':
      return `"${first}" with "${last}"`;
    case 'neighbours':
      return from === to ? `"${first}" at the beginning or end` : `"${first} ${last}"`;
  }
}

/** Why the outcome was chosen, as sentences. */
export function explainOutcome(
  { kind }: Outcome,
  assessment: Assessment,
  evidence: Evidence,
  calibration: Calibration,
): string[] {
  const known = percent(evidence.knownShare);
  const sure = percent(assessment.confidence);
  const reasons = [
    `${known} of the question's words, weighted by rarity, are words that the FAQ or its examples of other subjects use.`,
    `The chance that the FAQ answers it at all is put at ${percent(assessment.inScope)}, that of the best answer at ${sure}.`,
  ];
  switch (kind) {
    case 'match':
      return assessment.choices.length < 2 && assessment.confidence < matchThreshold(assessment, calibration)
        ? [...reasons, 'There is nothing else to choose from.']
        : [...reasons, `A match takes ${percent(matchThreshold(assessment, calibration))}: it is one.`];
    case 'ambiguous':
      return [
        ...reasons,
        `A match takes ${percent(matchThreshold(assessment, calibration))}; one of the few best was meant with ${percent(assessment.offered)}, so they are offered.`,
      ];
    case 'none':
      return [
        ...reasons,
        `To offer a choice takes ${percent(calibration.offerFrom)}, and the few best come to ${percent(assessment.offered)}: nothing is shown.`,
      ];
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
