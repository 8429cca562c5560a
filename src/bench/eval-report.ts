/** The report that `npm run eval` prints. */

import { countVerdicts, TYPO_SEEDS, type Evaluated, type ShareRight } from './evaluation.ts';
import { figuresOf, nearMissesIn, nearMissFigures } from './figures.ts';
import { NEAR_KINDS, QUESTION_KINDS } from './labeled-questions.ts';
import { percent, shareCell, tableRow } from './print.ts';
import { VERDICTS } from './verdict.ts';

const LANGUAGE_WIDTH = 6;
const KIND_WIDTH = 16;
const TOTAL_WIDTH = 11;
const COUNT_WIDTH = 23;
const NAME_WIDTH = 54;
const NEAR_MISS_COUNT_WIDTH = 33;

export function evalReport(evaluated: readonly Evaluated[], share: ShareRight): readonly string[] {
  const english = evaluated.filter(({ question }) => question.lang === 'en');
  return [
    ...verdictTable(evaluated),
    '',
    ...figureTable(english, share),
    ...nearMissTable(english),
    '',
    ...quotingHabits(evaluated),
    '',
    ...evaluated.filter(({ verdict }) => verdict !== 'right').map(describeMiss),
  ];
}

/**
 * Counts and shares, by language and kind of question, and over all kinds of a language. The near
 * misses are among the `not_stated`.
 */
function verdictTable(evaluated: readonly Evaluated[]): readonly string[] {
  const languages = [...new Set(evaluated.map(({ question }) => question.lang))];
  const rows = languages.flatMap((language) => {
    const inLanguage = evaluated.filter(({ question }) => question.lang === language);
    const row = (name: string, of: readonly Evaluated[]) => [language, name, String(of.length), ...verdictCells(of)];
    const near = nearMissesIn(inLanguage);
    const byKind = QUESTION_KINDS.flatMap((kind) => {
      const ofKind = inLanguage.filter(({ question }) => question.kind === kind);
      const hasNearMisses = kind === 'not_stated' && near.length > 0;
      return [row(kind, ofKind), ...(hasNearMisses ? [row('  near misses', near)] : [])];
    });
    return [...byKind, row('all', inLanguage)];
  });
  return [['', '', 'questions', ...VERDICTS], ...rows].map((cells) =>
    tableRow(cells, LANGUAGE_WIDTH, KIND_WIDTH, TOTAL_WIDTH, COUNT_WIDTH),
  );
}

function verdictCells(evaluated: readonly Evaluated[]): readonly string[] {
  const counts = countVerdicts(evaluated);
  return VERDICTS.map((verdict) => shareCell(counts[verdict], evaluated.length));
}

/** The figures that sum up how English questions are answered. */
function figureTable(english: readonly Evaluated[], share: ShareRight): readonly string[] {
  const figures = figuresOf(english).map(({ name, count, total }) => [name, shareCell(count, total), `of ${total}`]);
  return [
    ['English questions:'],
    ...figures,
    ['fall of right with typos, none in a first letter', fallCell(share.asTyped, share.withTypos)],
    ['fall of right with typos, in first letters too', fallCell(share.asTyped, share.withTyposAnywhere)],
  ].map((cells) => tableRow(cells, NAME_WIDTH, COUNT_WIDTH));
}

/** What becomes of near misses, all of them and by kind. */
function nearMissTable(english: readonly Evaluated[]): readonly string[] {
  const near = nearMissesIn(english);
  if (near.length === 0) return [];
  const row = (name: string, of: readonly Evaluated[]) => [
    name,
    String(of.length),
    ...nearMissFigures(of).map(({ count, total }) => shareCell(count, total)),
  ];
  const head = ['near misses', 'questions', ...nearMissFigures([]).map(({ name }) => name)];
  const byKind = NEAR_KINDS.map((kind) => row(`  ${kind}`, nearMissesIn(english, kind)));
  return ['', ...[head, row('all', near), ...byKind].map((cells) => nearMissRow(cells))];
}

function nearMissRow(cells: readonly string[]): string {
  return tableRow(cells, LANGUAGE_WIDTH + KIND_WIDTH, TOTAL_WIDTH, NEAR_MISS_COUNT_WIDTH);
}

function fallCell(asTyped: number, withTypos: number): string {
  const points = (100 * (asTyped - withTypos)).toFixed(1);
  return `${points} points, from ${percent(asTyped)} to ${percent(withTypos)} (one or two, mean over ${TYPO_SEEDS} seeds)`;
}

/** Beside the verdicts, since quoting more passages makes it easier to be right. */
function quotingHabits(evaluated: readonly Evaluated[]): readonly string[] {
  const quoted = evaluated.filter(({ answer }) => answer.kind === 'quoted');
  const passages = quoted.reduce((sum, { answer }) => sum + answer.passages.length, 0);
  const answerable = quoted.filter(({ question }) => question.kind === 'answerable');
  const isFirstGold = ({
    question,
    answer: {
      passages: [first],
    },
  }: Evaluated): boolean => first !== undefined && question.gold.includes(first.paragraph);
  return [
    `Passages per quoted answer: ${(passages / Math.max(1, quoted.length)).toFixed(2)} on average`,
    `First quoted passage acceptable: ${answerable.filter(isFirstGold).length} of ${answerable.length} ` +
      'quoted answers to answerable questions',
  ];
}

function describeMiss({ question, answer, verdict }: Evaluated): string {
  const { kind, gold, near } = question;
  const expected = kind === 'answerable' ? `answerable ${gold.join(',')}` : near ? `${kind}, near: ${near}` : kind;
  const candidates = answer.candidates.map(({ entry }) => entry).join(' ');
  const got = answer.entry === null ? `[${candidates}]` : `${answer.entry} ${answer.confidence}`;
  const hedged = answer.hedged ? ' hedged' : '';
  return `${verdict.padEnd(8)} ${question.id} ${question.lang} “${question.q}” (${expected}) → ${answer.kind} ${got}${hedged}`;
}
