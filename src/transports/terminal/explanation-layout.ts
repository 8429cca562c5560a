/** Why a question gets its answer, for operators: `npm run -s ask -- --explain "question"`. */

import type { Answer } from '../../answers/answer.ts';
import type { ExplainedAnswer } from '../../answers/answerer.ts';
import type { AnalyzedWord, Decision, ExplainedCheck, ExplainedEntry, Reason } from '../../matcher/index.ts';

export function showExplanation(explained: ExplainedAnswer): string {
  const { answer, explanation } = explained;
  return [
    'Words, as understood',
    ...explanation.words.map(wordLine),
    '',
    'The most likely entries, and what counts for (+) and against (−) each',
    ...explanation.entries.flatMap(entryLines),
    '',
    'Whether the first answers exactly this, and what counts for an answer (+) and for a near miss (−)',
    ...checkLines(explanation.check),
    '',
    `Outcome: ${outcomeOf(answer)}`,
    ...reasonsFor(explained).map((reason) => `  ${reason}`),
  ].join('\n');
}

function reasonsFor({ answer, exact, explanation }: ExplainedAnswer): readonly string[] {
  if (exact) return ['This is the exact question or id of an entry, so that entry answers.'];
  if (answer.kind === 'small_talk') return ['This is one of the phrases of smallTalk in content/locales.'];
  return [...explanation.reasons, ...reasonsBesideMatcher(answer, explanation.decision)];
}

/** What else decided, which the matcher does not know. */
function reasonsBesideMatcher(answer: Answer, decision: Decision): readonly string[] {
  const reasons: string[] = [];
  if (decision.kind === 'ambiguous' && answer.kind === 'not_covered')
    reasons.push('The best choice is a denial, so the answer is that the report does not say.');
  if (decision.kind === 'ambiguous' && answer.kind === 'quoted' && !answer.basisFirst)
    reasons.push('The best choice quotes all that the others do, so it answers at once.');
  if (decision.kind === 'denied' && answer.kind === 'known')
    reasons.push('The likeliest entry is about the report itself, and likely enough, so it answers.');
  if (answer.kind === 'quoted' && answer.basisFirst)
    reasons.push(
      'It asks to confirm or deny. It was also asked without the words for that, and the surer answer holds.',
    );
  if ('notMentioned' in answer && answer.notMentioned.length > 0)
    reasons.push(`Names that no passage mentions, which the answer says: ${answer.notMentioned.join(', ')}.`);
  return reasons;
}

function outcomeOf(answer: Answer): string {
  switch (answer.kind) {
    case 'quoted':
      return `quoted${answer.hedged ? ', hedged' : ''}${answer.basisFirst ? ', basis first' : ''}: ${answer.entry.id}`;
    case 'not_stated':
    case 'known':
      return `${answer.kind}: ${answer.entry.id}`;
    case 'not_covered':
      return answer.nearest ? `not_covered, nearest: ${answer.nearest.id}` : 'not_covered, none near';
    case 'small_talk':
      return `small_talk: ${answer.about}`;
    case 'ambiguous':
    case 'unanswered':
      return answer.kind;
  }
}

function wordLine({ typed, corrected, stem, known }: AnalyzedWord): string {
  const spelling = corrected === typed ? '' : ` → ${corrected}`;
  return `  ${typed}${spelling}, stem “${stem}”${known ? '' : '; not a word of the FAQ'}`;
}

function entryLines({ id, score, because }: ExplainedEntry): readonly string[] {
  return [`  ${(100 * score).toFixed(1).padStart(5)}%  ${id}`, `           ${listReasons(because)}`];
}

function checkLines({ unaccounted, because }: ExplainedCheck): readonly string[] {
  const words = unaccounted.map((word) => `“${word}”`).join(', ');
  return [
    words === '' ? '  Everything that the question asks about is in it.' : `  Nothing in it speaks of ${words}.`,
    because.length === 0 ? '  It is not compared with near misses.' : `  ${listReasons(because)}`,
  ];
}

function listReasons(reasons: readonly Reason[]): string {
  return reasons
    .map(({ what, weight }) => `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)} ${what}`)
    .join(', ');
}
