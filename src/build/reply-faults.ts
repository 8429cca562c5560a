/** Holds every reply that the content can lead to against Discord's limits, so that none is refused in front of a reader. */

import type { Answer } from '../answers/answer.ts';
import { MOST_CANDIDATES } from '../answers/answer.ts';
import { answerCard } from '../discord/card.ts';
import { overLimits } from '../discord/over-limits.ts';
import type { Wording } from '../messages/wording.ts';
import type { Wordings } from '../messages/wordings.ts';
import type { Content } from '../report/content.ts';
import type { Entry } from '../report/faq.ts';
import type { Fault } from '../report/fault.ts';

export function replyFaults({ report, faq }: Content, wordings: Wordings): readonly Fault[] {
  const longest = longestQuestions(faq.entries);
  return wordings.all.flatMap((wording) => [
    ...faq.entries.flatMap((entry) => faultsOf(entry, { kind: kindOf(entry), entry, confidence: 1, candidates: longest }, wording)),
    ...faultsOf(undefined, { kind: 'ambiguous', candidates: longest }, wording),
    ...faultsOf(undefined, { kind: 'unanswered' }, wording),
  ]);

  function faultsOf(entry: Entry | undefined, answer: Answer, wording: Wording): readonly Fault[] {
    return overLimits(answerCard(answer, { report, faq }, wording, { visibility: 'private' })).map((problem) => ({
      file: entry ? `faq/${entry.topic}.yaml` : `messages/${wording.locale}.yaml`,
      ...(entry ? { entry: entry.id } : {}),
      message: `Its reply (${wording.locale}) could not be sent: ${problem}. Quote fewer passages, or single sentences.`,
    }));
  }
}

function kindOf(entry: Entry): 'quoted' | 'not_stated' {
  return entry.answer.kind === 'quoted' ? 'quoted' : 'not_stated';
}

/** The worst that a menu can be offered. */
function longestQuestions(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) => b.question.length - a.question.length).slice(0, MOST_CANDIDATES);
}
