/** The report that `npm run eval` prints. */

import { countVerdicts, TYPO_SEEDS, type Evaluated, type ShareRight } from './evaluation.ts';
import { QUESTION_KINDS } from './labelled-questions.ts';
import { percent, tableRow } from './print.ts';
import { VERDICTS } from './verdict.ts';

const CELL_WIDTH = 14;

export function evalReport(evaluated: readonly Evaluated[], { asTyped, withTypos }: ShareRight): readonly string[] {
  return [
    ...verdictTable(evaluated),
    '',
    ...quotingHabits(evaluated),
    `Answerable questions in English answered right: ${percent(asTyped)} as typed, ` +
      `${percent(withTypos)} with one or two typos (mean over ${TYPO_SEEDS} seeds)`,
    '',
    ...evaluated.filter(({ verdict }) => verdict !== 'right').map(describeMiss),
  ];
}

/** Counts and shares, by language and kind of question, and over all kinds of a language. */
function verdictTable(evaluated: readonly Evaluated[]): readonly string[] {
  const languages = [...new Set(evaluated.map(({ question }) => question.lang))];
  const rows = languages.flatMap((language) => {
    const inLanguage = evaluated.filter(({ question }) => question.lang === language);
    const byKind = QUESTION_KINDS.map((kind) => {
      const ofKind = inLanguage.filter(({ question }) => question.kind === kind);
      return [language, kind, ...verdictCells(ofKind)];
    });
    return [...byKind, [language, 'all', ...verdictCells(inLanguage)]];
  });
  return [['', '', 'questions', ...VERDICTS], ...rows].map((cells) => tableRow(cells, CELL_WIDTH));
}

function verdictCells(evaluated: readonly Evaluated[]): readonly string[] {
  const counts = countVerdicts(evaluated);
  const total = evaluated.length;
  const cells = VERDICTS.map((verdict) =>
    total === 0 ? '–' : `${counts[verdict]} (${percent(counts[verdict] / total)})`,
  );
  return [String(total), ...cells];
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
  const expected = question.kind === 'answerable' ? `answerable ${question.gold.join(',')}` : question.kind;
  const got =
    answer.entry === null
      ? `${answer.kind} [${answer.candidates.map(({ entry }) => entry).join(' ')}]`
      : `${answer.kind} ${answer.entry} ${answer.confidence}`;
  return `${verdict.padEnd(8)} ${question.id} ${question.lang} “${question.q}” (${expected}) → ${got}`;
}
