import { assess, decide, type Assessment, type Decision } from './decision/decide.ts';
import { createEntryTable } from './decision/entry-table.ts';
import { weighEvidence, type Evidence } from './decision/evidence.ts';
import { explainCheck, explainDecision, explainEntry, explainWords, unaccountedWords } from './explain.ts';
import { LEAST_TELLING } from './features/similar-words.ts';
import { loadLanguage } from './language.ts';
import { loadClassifier } from './model/classifier.ts';
import type { QuestionVector } from './model/vectorize.ts';
import { suggestEntries } from './suggest.ts';
import type { AnalyzedText } from './text/analyze.ts';
import type { LoadOptions, Matcher, MatcherData, RankedEntry } from './types.ts';

export function loadMatcher(data: MatcherData, { correctTypos = true }: LoadOptions = {}): Matcher {
  const { calibration } = data;
  const { vocabulary, similarWords, analyzer, findNames } = loadLanguage(data, correctTypos);
  const classifier = loadClassifier(data.classifier, similarWords);
  const entries = createEntryTable(data.entries, data.topics);

  function consider(question: string): Consideration {
    const text = analyzer.analyze(question);
    const vector = classifier.vectorize(text);
    const names = findNames(text);
    const evidence = weighEvidence(vector, names.length > 0, classifier, entries);
    const assessment = assess(evidence, entries, calibration);
    const isUnreadable = asksNothing(text) || text.tokens.every(({ known }) => !known);
    const decision: Decision = isUnreadable ? { kind: 'none' } : decide(assessment, entries, calibration);
    return { text, names, vector, evidence, assessment, decision, isUnreadable };
  }

  /** No word at all, or a single one that tells nothing: "it", "what". */
  function asksNothing({ tokens: [first, second] }: AnalyzedText): boolean {
    if (first === undefined) return true;
    return second === undefined && similarWords.informativeness(first.word) < LEAST_TELLING;
  }

  /** The best entry first, although others may have the same probability. */
  function rank({ evidence, assessment }: Consideration): readonly { position: number; score: number }[] {
    const [best, ...others] = evidence.ranking.map((position) => ({
      position,
      score: assessment.probabilities[position] ?? 0,
    }));
    return best === undefined ? [] : [best, ...others.sort((a, b) => b.score - a.score)];
  }

  function toRankedEntry({ position, score }: { position: number; score: number }): RankedEntry {
    return { id: entries.ids[position]!, score };
  }

  return {
    match(question) {
      const considered = consider(question);
      return {
        ranked: rank(considered).slice(0, MOST_RETURNED).map(toRankedEntry),
        decision: considered.decision,
        names: considered.names,
      };
    },
    suggest: (typed, limit) => suggestEntries(typed, limit, { vocabulary, analyzer, classifier, entries }),
    explain(question) {
      const considered = consider(question);
      const { text, names, vector, evidence, assessment, decision, isUnreadable } = considered;
      return {
        words: explainWords(text),
        entries: rank(considered)
          .slice(0, MOST_EXPLAINED)
          .map((ranked) => ({
            ...toRankedEntry(ranked),
            because: explainEntry(ranked.position, text, vector, classifier, similarWords),
          })),
        check: {
          unaccounted: unaccountedWords(evidence.best, text, vector, classifier, similarWords),
          because: explainCheck(entries.topics[evidence.best]!, text, vector, classifier, similarWords),
        },
        decision,
        reasons: explainDecision(decision, assessment, evidence, calibration, names, isUnreadable),
      };
    },
  };
}

/** Everything that was worked out about a question. */
interface Consideration {
  readonly text: AnalyzedText;
  readonly names: readonly string[];
  readonly vector: QuestionVector;
  readonly evidence: Evidence;
  readonly assessment: Assessment;
  readonly decision: Decision;
  /** No word of it says what it asks. */
  readonly isUnreadable: boolean;
}

const MOST_RETURNED = 10;
const MOST_EXPLAINED = 5;
