/** What matters most about how labeled questions are answered, as counts. */

import type { Evaluated } from './evaluation.ts';
import type { NearKind } from './labeled-questions.ts';
import { firstChoiceIsRight, isHedged } from './verdict.ts';

/** How many of which questions. */
export interface Figure {
  readonly name: string;
  readonly count: number;
  readonly total: number;
}

/** The least confidence at which a quotation counts as sure, from 0 to 1. */
export const SURE = 0.9;

export function figuresOf(all: readonly Evaluated[]): readonly Figure[] {
  const ofKind = (kind: Evaluated['question']['kind']) => all.filter(({ question }) => question.kind === kind);
  const answerable = ofKind('answerable');
  const notStated = ofKind('not_stated');
  const near = nearMissesIn(all);
  const sure = all.filter(({ answer }) => answer.kind === 'quoted' && answer.confidence >= SURE);
  const choices = all.filter(({ answer }) => answer.kind === 'ambiguous');
  return [
    figure('answerable: right', answerable, isRight),
    figure('answerable: right or offered', answerable, (one) => isRight(one) || one.verdict === 'offered'),
    figure('answerable: right and not hedged', answerable, (one) => isRight(one) && !isHedged(one.answer)),
    ...nearMissFigures(near).map(({ name, ...counts }) => ({ name: `near misses: ${name}`, ...counts })),
    figure('all not_stated: no quotation that is not hedged', notStated, (one) => !quotesPlainly(one)),
    figure('off_topic: refused outright', ofKind('off_topic'), isRight),
    figure('wrong and not hedged, of all', all, (one) => one.verdict === 'wrong' && !isHedged(one.answer)),
    figure(`quotations of confidence ${SURE} or more that are wrong`, sure, ({ verdict }) => verdict === 'wrong'),
    figure('choices, of all', all, ({ answer }) => answer.kind === 'ambiguous'),
    figure('choices whose first option was right', choices, ({ question, answer }) =>
      firstChoiceIsRight(question, answer),
    ),
  ];
}

/** What becomes of near misses, of whatever kinds they are. */
export function nearMissFigures(near: readonly Evaluated[]): readonly Figure[] {
  return [
    figure('no quotation', near, ({ answer }) => answer.kind !== 'quoted'),
    figure('no quotation that is not hedged', near, (one) => !quotesPlainly(one)),
    figure('a plain not_stated', near, ({ answer }) => answer.kind === 'not_stated'),
  ];
}

/** The near misses, of one kind if it is given. */
export function nearMissesIn(all: readonly Evaluated[], kind?: NearKind): readonly Evaluated[] {
  return all.filter(({ question: { near } }) => (kind === undefined ? near !== undefined : near === kind));
}

function figure(name: string, of: readonly Evaluated[], holds: (one: Evaluated) => boolean): Figure {
  return { name, count: of.filter(holds).length, total: of.length };
}

function isRight({ verdict }: Evaluated): boolean {
  return verdict === 'right';
}

function quotesPlainly({ answer }: Evaluated): boolean {
  return answer.kind === 'quoted' && !isHedged(answer);
}
