/** An answer as one line of JSON: the contract of `npm run ask -- --json`. */

import { citationOf } from '../content/citation.ts';
import { paragraphsOf, type Entry, type Faq } from '../content/faq.ts';
import { quotedText, type Quotation } from '../content/quotation.ts';
import type { FieldName, Report } from '../content/report.ts';
import type { Translator } from '../i18n/translator.ts';
import { contextOf, headingOf, shownEntry, type Answer, type AnswerFromEntry, type NotCovered } from './answer.ts';
import { otherQuestions } from './offered-questions.ts';

export interface AnswerJson {
  readonly question: string;
  /** `not_stated` includes what is known of the report otherwise: then there is `known`. */
  readonly kind: 'quoted' | 'not_stated' | 'ambiguous' | 'unanswered';
  /** `null` for `ambiguous` and `unanswered`, and for `not_stated` if no entry denies just this. */
  readonly entry: string | null;
  /** 0 to 1, three decimals; 0 for `ambiguous` and `unanswered`. */
  readonly confidence: number;
  /** What stands above the answer, if an entry answers: its question as the bot puts it. */
  readonly heading?: string;
  /**
   * The quotations (`quoted`) or the closest passages (`not_stated`), else empty. There may be no
   * closest passage.
   */
  readonly passages: readonly PassageJson[];
  /** What makes the passages plain, if they need it. No part of the answer. */
  readonly context?: readonly PassageJson[];
  /** What is offered to choose from, in the order in which readers see it. */
  readonly candidates: readonly CandidateJson[];
  /** Only for `quoted`, if the passages may not answer exactly what was asked. */
  readonly hedged?: true;
  /** Only for `quoted`, if a reader asked whether it is true: the attribution then comes first. */
  readonly basisFirst?: true;
  /** Names in the question that stand nowhere in the report, as the lexicon writes them. */
  readonly notMentioned?: readonly string[];
  /** What is known of the report otherwise, if that is what the entry answers with. */
  readonly known?: readonly KnownJson[];
}

export interface PassageJson {
  readonly paragraph: number;
  readonly text: string;
  readonly attribution: string;
  readonly citation: string;
}

export interface CandidateJson {
  readonly entry: string;
  readonly question: string;
  /** The paragraphs it quotes; empty if the report does not say. */
  readonly paragraphs: readonly number[];
}

export interface KnownJson {
  readonly field: FieldName;
  readonly value: string;
  readonly how: string;
}

export function answerToJson(
  question: string,
  answer: Answer,
  { report, faq }: { readonly report: Report; readonly faq: Faq },
  translator: Translator,
): AnswerJson {
  const passages = (quotations: readonly Quotation[]): readonly PassageJson[] =>
    quotations.map((quotation) => passageJson(quotation, report, translator));
  const nothing = { question, entry: null, confidence: 0, passages: [], candidates: [] };
  switch (answer.kind) {
    case 'quoted':
    case 'not_stated':
    case 'not_covered':
    case 'known': {
      const entry = answer.kind === 'not_covered' ? undefined : answer.entry;
      const context = passages(contextOf(shownEntry(answer)));
      return {
        question,
        kind: answer.kind === 'quoted' ? 'quoted' : 'not_stated',
        entry: entry?.id ?? null,
        confidence: rounded(answer.confidence),
        ...(entry && { heading: headingOf(entry) }),
        passages: passages(shownQuotations(answer)),
        ...(context.length > 0 && { context }),
        candidates: otherQuestions(answer, faq).map(candidateJson),
        ...(answer.kind === 'quoted' && answer.hedged && { hedged: true }),
        ...(answer.kind === 'quoted' && answer.basisFirst && { basisFirst: true }),
        ...(answer.notMentioned.length > 0 && { notMentioned: answer.notMentioned }),
        ...(answer.kind === 'known' && { known: answer.fields.map((field) => knownJson(field, translator)) }),
      };
    }
    case 'ambiguous':
      return { ...nothing, kind: 'ambiguous', candidates: answer.candidates.map(candidateJson) };
    case 'small_talk':
    case 'unanswered':
      return { ...nothing, kind: 'unanswered' };
  }
}

function shownQuotations(answer: AnswerFromEntry | NotCovered): readonly Quotation[] {
  switch (answer.kind) {
    case 'quoted':
      return answer.quotations;
    case 'not_stated':
    case 'not_covered':
      return answer.closest;
    case 'known':
      return [];
  }
}

function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}

function passageJson(quotation: Quotation, report: Report, translator: Translator): PassageJson {
  const citation = citationOf(report, quotation);
  return {
    paragraph: quotation.passage,
    text: quotedText(report, quotation),
    attribution: translator.attribution(citation),
    citation: translator.citation(citation),
  };
}

function candidateJson(entry: Entry): CandidateJson {
  return { entry: entry.id, question: entry.question, paragraphs: paragraphsOf(entry) };
}

function knownJson(name: FieldName, translator: Translator): KnownJson {
  const { value, how } = translator.field(name);
  return { field: name, value, how };
}
