/** Why a question got its answer, as lines for an operator or a test: `npm run -s ask -- --explain "…"`. */

import type { Explained } from '../../answers/answerer.ts';
import type { ExplainedEntry, WordReading } from '../../matcher/types.ts';

export function showExplanation({ answer, exact, explanation }: Explained): string {
  const outcome = 'entry' in answer ? `${answer.kind}: ${answer.entry.id}` : answer.kind;
  return [
    'Read as',
    ...explanation.words.map(wordLine),
    '',
    'The five best entries, and what spoke for (+) and against (−) each',
    ...explanation.entries.flatMap(entryLines),
    '',
    `Outcome: ${outcome}`,
    ...(exact
      ? ['  It is the question or the id of an entry, letter by letter: that entry answers, whatever else was weighed.']
      : explanation.reasons.map((reason) => `  ${reason}`)),
  ].join('\n');
}

function wordLine({ typed, corrected, meaning, known }: WordReading): string {
  const spelt = corrected === typed ? '' : ` → ${corrected}`;
  return `  ${typed}${spelt}, taken to mean “${meaning}”${known ? '' : '; no word of the FAQ'}`;
}

function entryLines({ id, score, because }: ExplainedEntry): readonly string[] {
  const reasons = because.map(({ what, weight }) => `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)} ${what}`);
  return [`  ${(100 * score).toFixed(1).padStart(5)} %  ${id}`, `           ${reasons.join(', ')}`];
}
