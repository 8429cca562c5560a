import { calibrate } from './decision/calibrate.ts';
import { classifierFrom } from './model/classifier.ts';
import { assess, decide, type Assessment, type Outcome } from './decision/decide.ts';
import { weigh, type Evidence } from './decision/evidence.ts';
import { explainEntry, explainOutcome, explainWords } from './explain.ts';
import type { FeatureContext } from './features/features.ts';
import { findKin, kinshipFrom, NO_KINSHIP } from './features/similar-words.ts';
import { read, type Reading } from './text/analyze.ts';
import { suggestEntries } from './suggest.ts';
import { trainClassifier, type Example } from './model/train-classifier.ts';
import type { Decision, MatchableEntry, Matcher, MatcherData, MatcherOptions, RankedEntry } from './types.ts';
import { vocabularyFrom, vocabularyOf } from './vocabulary.ts';

export type * from './types.ts';

/**
 * Trains a matcher on the entries' phrasings. The same input gives the same matcher, bit for bit. Takes seconds for thousands of phrasings.
 * @throws RangeError without entries, or where an entry has no phrasing or shares its id with another.
 */
export function createMatcher(entries: readonly MatchableEntry[], options: MatcherOptions = {}): Matcher {
  check(entries);
  const without = options.without ?? [];
  const outside = without.includes('other-subjects') ? [] : (options.outside ?? []);
  const phrasings = entries.flatMap((entry) => entry.phrasings);
  const vocabulary = vocabularyOf([...phrasings, ...outside], options);
  const kinshipData =
    options.wordVectors === undefined || without.includes('word-vectors')
      ? undefined
      : findKin(vocabulary.words, vocabulary.isTrusted, options.wordVectors);
  const kinship = kinshipData === undefined ? NO_KINSHIP : kinshipFrom(kinshipData, vocabulary.words);
  const context: FeatureContext = { kinship, without };
  const reader = { ...vocabulary.reader, ordinary: kinship.ordinary };
  const examples: Example[] = entries.flatMap((entry, label) =>
    entry.phrasings.map((text) => ({ reading: read(text, reader), label })),
  );
  const outsideReadings = outside.map((text) => read(text, reader));
  const answers = answerNumbers(entries.map(({ id, answer }) => answer ?? id));
  const calibration = calibrate(examples, outsideReadings, answers, carefulOf(entries), context);
  const all = [...examples, ...outsideReadings.map((reading) => ({ reading, label: entries.length }))];
  // A single entry is told from nothing at all only by a class beside it, though that may have no example.
  const classCount = entries.length + (outside.length > 0 || entries.length === 1 ? 1 : 0);
  return matcherFromData({
    version: 1,
    entries: entries.map(({ id, answer, withCare }) => ({
      id,
      answer: answer ?? id,
      ...(withCare ? { withCare } : {}),
    })),
    vocabulary: vocabulary.data,
    ...(kinshipData === undefined ? {} : { kinship: kinshipData }),
    classifier: trainClassifier(all, classCount, context),
    calibration,
    without,
  });
}

/** Restores a matcher that `toData` has written: the same answers, bit for bit. @throws RangeError for data of another version. */
export function matcherFromData(data: MatcherData): Matcher {
  if (data.version !== 1) throw new RangeError(`matcher data has version ${String(data.version)}, and 1 is understood`);
  const { calibration, without } = data;
  const ids = data.entries.map(({ id }) => id);
  const answers = answerNumbers(data.entries.map(({ answer }) => answer));
  const careful = carefulOf(data.entries);
  const vocabulary = vocabularyFrom(data.vocabulary, without.includes('spelling'));
  const kinship = data.kinship === undefined ? NO_KINSHIP : kinshipFrom(data.kinship, vocabulary.words);
  const context: FeatureContext = { kinship, without };
  const reader = { ...vocabulary.reader, ordinary: kinship.ordinary };
  const classifier = classifierFrom(data.classifier, context);

  function consider(question: string): Considered {
    const reading = read(question, reader);
    const evidence = weigh(classifier.featuresOf(reading), classifier, answers);
    const assessment = assess(evidence, answers, calibration, careful);
    const outcome: Outcome = asksNothing(reading) ? { kind: 'none', entries: [] } : decide(assessment, calibration);
    return { reading, evidence, assessment, outcome };
  }

  /** No word, or a single one that tells nothing: "it", "what". */
  function asksNothing({ tokens }: Reading): boolean {
    return tokens.length === 0 || (tokens.length === 1 && kinship.tellingness(tokens[0]!.word) < LEAST_TELLING);
  }

  function rank({ evidence, assessment }: Considered): RankedEntry[] {
    const [best, ...others] = evidence.order.map((entry) => ({
      id: ids[entry]!,
      score: assessment.probabilities[entry]!,
    }));
    return best === undefined ? [] : [best, ...others.sort((a, b) => b.score - a.score)].slice(0, RANKED);
  }

  function toDecision({ outcome: { kind, entries }, assessment: { confidence } }: Considered): Decision {
    switch (kind) {
      case 'match':
        return { kind, id: ids[entries[0]!]!, confidence };
      case 'ambiguous':
        return { kind, ids: entries.map((entry) => ids[entry]!) };
      case 'none':
        return { kind };
    }
  }

  return {
    match(question) {
      const considered = consider(question);
      return { ranked: rank(considered), decision: toDecision(considered) };
    },
    suggest: (typed, limit) =>
      suggestEntries(typed, limit, { ...vocabulary, reader }, classifier, answers).map((entry) => ids[entry]!),
    explain(question) {
      const considered = consider(question);
      const { reading, evidence, assessment, outcome } = considered;
      const best = rank(considered).slice(0, EXPLAINED);
      return {
        words: explainWords(reading),
        entries: best.map(({ id, score }) => explainEntry(id, ids.indexOf(id), score, reading, classifier, context)),
        decision: toDecision(considered),
        reasons: explainOutcome(outcome, assessment, evidence, calibration),
      };
    },
    toData: () => data,
  };
}

interface Considered {
  readonly reading: Reading;
  readonly evidence: Evidence;
  readonly assessment: Assessment;
  readonly outcome: Outcome;
}

/** Least tellingness (0 to 1) of a word that is a question by itself: above "who", "no" and "what", below "age" and "law". Chosen. */
const LEAST_TELLING = 0.5;

/** How many entries `match` ranks and `explain` explains. */
const RANKED = 10;
const EXPLAINED = 5;

/** Positions of the entries that take more confidence. */
function carefulOf(entries: readonly { readonly withCare?: boolean }[]): ReadonlySet<number> {
  return new Set(entries.flatMap(({ withCare }, position) => (withCare ? [position] : [])));
}

/** Numbers the answers in the order in which they first occur. */
function answerNumbers(answers: readonly string[]): number[] {
  const numbers = new Map<string, number>();
  return answers.map((answer) => {
    const number = numbers.get(answer) ?? numbers.size;
    numbers.set(answer, number);
    return number;
  });
}

function check(entries: readonly MatchableEntry[]): void {
  if (entries.length === 0) throw new RangeError('a matcher needs at least one entry');
  const seen = new Set<string>();
  for (const { id, phrasings } of entries) {
    if (seen.has(id)) throw new RangeError(`two entries have the id ${id}`);
    if (phrasings.length === 0) throw new RangeError(`entry ${id} has no phrasing`);
    seen.add(id);
  }
}
