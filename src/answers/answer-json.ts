/** An answer as one line of JSON: the contract of `npm run ask -- --json`. */

import { citationOf } from '../content/citation.ts';
import { paragraphsOf, type Entry } from '../content/faq.ts';
import { quotedText, type Quotation } from '../content/quotation.ts';
import type { FieldName, Report } from '../content/report.ts';
import type { Translator } from '../i18n/translator.ts';
import type { Answer } from './answer.ts';

export interface AnswerJson {
  readonly question: string;
  /** `not_stated` includes what is known of the report otherwise: then there is `known`. */
  readonly kind: 'quoted' | 'not_stated' | 'ambiguous' | 'unanswered';
  /** `null` for `ambiguous` and `unanswered`. */
  readonly entry: string | null;
  /** 0 to 1, three decimals; 0 if `entry` is null. */
  readonly confidence: number;
  /** The quotations (`quoted`) or the closest passages (`not_stated`), else empty. */
  readonly passages: readonly PassageJson[];
  readonly candidates: readonly CandidateJson[];
  /** Only for `quoted`, if the passages may not answer exactly what was asked. */
  readonly hedged?: true;
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

export function answerToJson(question: string, answer: Answer, report: Report, translator: Translator): AnswerJson {
  const passages = (quotations: readonly Quotation[]): readonly PassageJson[] =>
    quotations.map((quotation) => passageJson(quotation, report, translator));
  switch (answer.kind) {
    case 'quoted':
    case 'not_stated': {
      const { kind, entry, confidence, candidates } = answer;
      return {
        question,
        kind,
        entry: entry.id,
        confidence: rounded(confidence),
        passages: passages(answer.kind === 'quoted' ? answer.quotations : answer.closest),
        candidates: candidates.map(candidateJson),
      };
    }
    case 'known':
      return {
        question,
        kind: 'not_stated',
        entry: answer.entry.id,
        confidence: rounded(answer.confidence),
        passages: [],
        candidates: answer.candidates.map(candidateJson),
        known: answer.fields.map((field) => knownJson(field, translator)),
      };
    case 'ambiguous':
      return {
        question,
        kind: 'ambiguous',
        entry: null,
        confidence: 0,
        passages: [],
        candidates: answer.candidates.map(candidateJson),
      };
    case 'unanswered':
      return { question, kind: 'unanswered', entry: null, confidence: 0, passages: [], candidates: [] };
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
