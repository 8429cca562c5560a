/** Finds questions that content has twice, since the matcher can learn only one thing from them. */

import { describePlace, type ContentIssue, type Place } from './content-issue.ts';
import { foldPhrasing } from './phrasings-file.ts';

/** A question with its place, and what it is there for. */
export interface PlacedQuestion {
  readonly question: string;
  readonly place: Place;
  readonly list: 'entry' | 'near miss' | 'off-topic';
}

/**
 * An issue for each question that equals an earlier one but for case, punctuation and spaces.
 */
export function repeatedQuestions(questions: readonly PlacedQuestion[]): readonly ContentIssue[] {
  const first = new Map<string, PlacedQuestion>();
  return questions.flatMap((placed) => {
    const folded = foldPhrasing(placed.question);
    const other = first.get(folded);
    if (other) return [{ ...placed.place, message: `“${placed.question}” is also ${whereElse(other)}.` }];
    first.set(folded, placed);
    return [];
  });
}

function whereElse({ list, place }: PlacedQuestion): string {
  switch (list) {
    case 'entry':
      return `in entry ${place.entry} (${describePlace(place)}): keep it where it fits better`;
    case 'near miss':
      return `a near miss at ${describePlace(place)}: keep one of them`;
    case 'off-topic':
      return `an off-topic example at ${describePlace(place)}: keep one of them`;
  }
}
