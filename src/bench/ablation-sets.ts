/** What the matcher is measured on when a part is left out. */

import type { Matcher } from '../matcher/index.ts';
import { seededRandom } from '../matcher/training.ts';
import type { Dataset } from './dataset.ts';
import { evaluate, type Ask, type Evaluated } from './evaluation.ts';
import type { LabeledQuestion } from './labeled-questions.ts';
import type { Scores } from './paired.ts';
import { withTypos } from './typos.ts';
import { isHedged } from './verdict.ts';

/** Every answerable question is asked with typos from each of this many seeds. */
const TYPO_SEEDS = 5;

/**
 * Labeled questions by set:
 * - `answerable`: right, hedged or not
 * - `with typos`: the same questions with one or two typos, the mean over the seeds
 * - `not stated`: no quotation that is not hedged
 * - `off-topic`: refused outright
 */
export function scoreQuestions(questions: readonly LabeledQuestion[], ask: Ask): ReadonlyMap<string, Scores> {
  const ofKind = (kind: LabeledQuestion['kind']) => questions.filter((question) => question.kind === kind);
  return new Map([
    ['answerable', score(ofKind('answerable'), ask, isRight)],
    ['with typos', scoreWithTypos(ofKind('answerable'), ask)],
    ['not stated', score(ofKind('not_stated'), ask, ({ answer }) => answer.kind !== 'quoted' || isHedged(answer))],
    ['off-topic', score(ofKind('off_topic'), ask, isRight)],
  ]);
}

/** Answerable questions whose best entry is the one meant, whether it is shown or not. */
export function scoreDataset({ questions }: Dataset, matcher: Pick<Matcher, 'match'>): Scores {
  const answerable = questions.filter(({ entry }) => entry !== null);
  return new Map(answerable.map(({ q, entry }) => [q, matcher.match(q).ranked[0]?.id === entry ? 1 : 0]));
}

function score(questions: readonly LabeledQuestion[], ask: Ask, isGood: (one: Evaluated) => boolean): Scores {
  return new Map(evaluate(questions, ask).map((one) => [one.question.q, isGood(one) ? 1 : 0]));
}

function scoreWithTypos(questions: readonly LabeledQuestion[], ask: Ask): Scores {
  const bySeed = Array.from({ length: TYPO_SEEDS }, (_, index) => {
    const random = seededRandom(index + 1);
    return score(questions, (question) => ask(withTypos(question, random)), isRight);
  });
  const meanOf = (q: string): number => bySeed.reduce((sum, scores) => sum + (scores.get(q) ?? 0), 0) / TYPO_SEEDS;
  return new Map(questions.map(({ q }) => [q, meanOf(q)]));
}

function isRight({ verdict }: Evaluated): boolean {
  return verdict === 'right';
}
