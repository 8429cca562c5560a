/** Counts what several judges say of the same answers. */

import { OperatorError } from '../config/operator-error.ts';
import {
  CRITERION_NAMES,
  REPLY_CRITERION_NAMES,
  SEVERITIES,
  type Criterion,
  type Judgment,
  type Severity,
} from './judge-form.ts';
import { percent, shareCell, tableRow } from './print.ts';

const NAME_WIDTH = 34;
const COUNT_WIDTH = 23;

/**
 * A table of the majority's verdicts with the judges' agreement, then the answers found at fault.
 *
 * @throws OperatorError if the judges did not judge the same answers
 */
export function judgingReport(forms: readonly (readonly Judgment[])[]): readonly string[] {
  const answers = byAnswer(forms);
  const total = answers.length;
  const majorities = answers.map(majorityOf);
  const row = (cells: readonly string[]): string => tableRow(cells, NAME_WIDTH, COUNT_WIDTH);
  const any = (name: string, isAt: (severity: Severity) => boolean): string => {
    const count = majorities.filter((majority) => REPLY_CRITERION_NAMES.some((name) => isAt(majority[name]))).length;
    return row([name, shareCell(count, total)]);
  };
  return [
    `${total} answers, ${forms.length} judges. The majority counts: the verdict in the middle.`,
    '',
    row(['', ...SEVERITIES, 'minor or major', 'pairs that agree', 'Fleiss’ kappa']),
    ...CRITERION_NAMES.map((criterion) => {
      const verdicts = majorities.map((majority) => majority[criterion]);
      const ratings = answers.map((judgments) => judgments.map((judgment) => judgment[criterion]));
      const atFault = verdicts.filter((verdict) => verdict !== 'none').length;
      return row([
        criterion === 'menu' ? 'menu (judged apart)' : criterion,
        ...SEVERITIES.map((severity) => countCell(verdicts, severity)),
        shareCell(atFault, total),
        percent(pairwiseAgreement(ratings)),
        kappaCell(fleissKappa(ratings)),
      ]);
    }),
    '',
    any('any issue of the reply itself', (severity) => severity !== 'none'),
    any('any major issue of the reply itself', (severity) => severity === 'major'),
    ...faultLines(answers, majorities),
  ];
}

export type Majority = Readonly<Record<Criterion, Severity>>;

/**
 * Of each criterion the verdict in the middle: that of the majority, or `minor` where three differ.
 * Of an even number of judges, the stricter of the two in the middle.
 */
export function majorityOf(judgments: readonly Judgment[]): Majority {
  const middle = (criterion: Criterion): Severity => {
    const ranks = judgments.map((judgment) => SEVERITIES.indexOf(judgment[criterion])).sort((a, b) => a - b);
    return SEVERITIES[ranks[Math.floor(ranks.length / 2)] ?? 0] ?? 'none';
  };
  return {
    accuracy: middle('accuracy'),
    sourcing: middle('sourcing'),
    opinion: middle('opinion'),
    editorialization: middle('editorialization'),
    context: middle('context'),
    menu: middle('menu'),
  };
}

/**
 * The share, 0 to 1, of pairs of judges that agree, over all answers; 1 without a pair.
 *
 * @param ratings what each judge says, for each answer
 */
export function pairwiseAgreement(ratings: readonly (readonly Severity[])[]): number {
  const pairs = ratings.flatMap((verdicts) =>
    verdicts.flatMap((one, index) => verdicts.slice(index + 1).map((other) => one === other)),
  );
  return pairs.length === 0 ? 1 : pairs.filter(Boolean).length / pairs.length;
}

/**
 * Agreement beyond chance, at most 1: Fleiss, "Measuring nominal scale agreement among many raters"
 * (1971). `undefined` if all verdicts are alike, so that chance alone would agree as well.
 *
 * @param ratings what each judge says, for each answer: as many for each
 */
export function fleissKappa(ratings: readonly (readonly Severity[])[]): number | undefined {
  const all = ratings.flat();
  const byChance = SEVERITIES.reduce((sum, severity) => sum + shareOf(all, severity) ** 2, 0);
  if (all.length === 0 || byChance === 1) return undefined;
  return (pairwiseAgreement(ratings) - byChance) / (1 - byChance);
}

/** The judgments of each answer, a judge's at the same place in each. */
function byAnswer(forms: readonly (readonly Judgment[])[]): readonly (readonly Judgment[])[] {
  const ids = forms.map((form) => form.map(({ id }) => id).sort((a, b) => a - b));
  const [first = []] = ids;
  const isSame = ids.every((other) => other.join() === first.join());
  if (!isSame || new Set(first).size < first.length)
    throw new OperatorError('The forms must be of the same answers, each once: compare the ids in them.');
  return first.map((id) => forms.flatMap((form) => form.find((judgment) => judgment.id === id) ?? []));
}

function countCell(verdicts: readonly Severity[], severity: Severity): string {
  const count = verdicts.filter((verdict) => verdict === severity).length;
  return verdicts.length === 0 ? '–' : `${count} (${percent(count / verdicts.length)})`;
}

function kappaCell(kappa: number | undefined): string {
  return kappa === undefined ? '–' : kappa.toFixed(2);
}

function shareOf(verdicts: readonly Severity[], severity: Severity): number {
  return verdicts.filter((verdict) => verdict === severity).length / verdicts.length;
}

/** The answers that the majority finds fault with, worst first, with the judges' notes. */
function faultLines(answers: readonly (readonly Judgment[])[], majorities: readonly Majority[]): readonly string[] {
  const faults = majorities.flatMap((majority, index) => {
    const found = CRITERION_NAMES.filter((criterion) => majority[criterion] !== 'none');
    if (found.length === 0) return [];
    const judgments = answers[index] ?? [];
    const weight = found.reduce(
      (sum, criterion) => sum + (majority[criterion] === 'major' ? CRITERION_NAMES.length : 1),
      0,
    );
    const what = found.map((criterion) => `${criterion} ${majority[criterion]}`).join(', ');
    const notes = judgments.flatMap(({ note }) => (note === '' ? [] : [`      ${note}`]));
    return [{ weight, lines: [`${String(judgments[0]?.id).padStart(4)}  ${what}`, ...notes] }];
  });
  if (faults.length === 0) return [];
  return ['', ...faults.sort((a, b) => b.weight - a.weight).flatMap(({ lines }) => lines)];
}
