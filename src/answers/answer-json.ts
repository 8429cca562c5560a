/** An answer as one line of JSON: the contract of `npm run ask -- --json`. */

import type { Translator } from '../i18n/translator.ts';
import { citationOf } from '../content/citation.ts';
import { paragraphsOf, quotationsOf, type Entry } from '../content/faq.ts';
import { quotedText, type Quotation } from '../content/quotation.ts';
import type { FieldName, Report } from '../content/report.ts';
import type { Answer } from './answer.ts';

export interface AnswerJson {
  readonly question: string;
  readonly kind: Answer['kind'];
  /** `null` for `ambiguous` and `unanswered`. */
  readonly entry: string | null;
  /** 0 to 1; 0 where `entry` is null. */
  readonly confidence: number;
  /** The quotations (`quoted`) or the closest passages (`not_stated`), else empty. */
  readonly passages: readonly PassageJson[];
  readonly candidates: readonly CandidateJson[];
  /** What is known of the report otherwise: only where an entry answers with that. */
  readonly known?: readonly { readonly field: FieldName; readonly value: string; readonly how: string }[];
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
  /** The paragraphs it quotes; empty where the report does not say. */
  readonly paragraphs: readonly number[];
}

export function answerToJson(question: string, answer: Answer, report: Report, translator: Translator): AnswerJson {
  const candidates = answer.kind === 'unanswered' ? [] : answer.candidates.map(candidateJson);
  if (answer.kind === 'ambiguous' || answer.kind === 'unanswered') {
    return { question, kind: answer.kind, entry: null, confidence: 0, passages: [], candidates };
  }
  const { entry, confidence } = answer;
  return {
    question,
    kind: answer.kind,
    entry: entry.id,
    confidence: Math.round(confidence * 1000) / 1000,
    passages: quotationsOf(entry).map((quotation) => passageJson(quotation, report, translator)),
    candidates,
    ...(entry.answer.kind === 'known'
      ? {
          known: entry.answer.fields.map((field) => ({
            field,
            value: translator.field(field).value,
            how: translator.field(field).how,
          })),
        }
      : {}),
  };
}

function passageJson(quotation: Quotation, report: Report, translator: Translator): PassageJson {
  const citation = citationOf(report, quotation);
  const { title, date, link } = citation;
  return {
    paragraph: quotation.passage,
    text: quotedText(report, quotation),
    attribution: translator.attribution(citation),
    citation: translator.t('citation.plain', {
      title,
      date: translator.date(date),
      paragraph: translator.paragraph(citation),
      link,
    }),
  };
}

function candidateJson(entry: Entry): CandidateJson {
  return { entry: entry.id, question: entry.question, paragraphs: paragraphsOf(entry) };
}
