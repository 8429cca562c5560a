/** What an entry in content/faq/TOPIC.yaml must look like. */

import { z } from 'zod';
import { AUTHORING_LIMITS } from './authoring-limits.ts';
import { entryProblems } from './entry-problems.ts';
import { questionProblems } from './question-rules.ts';
import { findQuotation, isWholeSentences, wholePassage, type Quotation } from './quotation.ts';
import { FIELD_NAMES, passageOf, type Report } from './report.ts';

const { idLength, questionLength, mostQuotations, mostContext, mostRelated } = AUTHORING_LIMITS;

export const entryIdSchema = z
  .string()
  .max(idLength, `must have at most ${idLength} characters`)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens, such as call-who');

const questionSchema = z
  .string()
  .min(1)
  .max(questionLength, `must have at most ${questionLength} characters`)
  .superRefine((question, context) => {
    for (const message of questionProblems(question)) context.addIssue({ code: 'custom', message });
  });

/** Without a report, quotations become `undefined`; all else is checked. */
export function entrySchema(report: Report | undefined) {
  const passages = z.array(quotationSchema(report)).max(mostQuotations, `may list at most ${mostQuotations} passages`);
  return z
    .strictObject({
      id: entryIdSchema.describe(
        'A short name that never changes, since messages on Discord refer to it: lower-case words joined by hyphens.',
      ),
      aliases: z
        .array(entryIdSchema)
        .default([])
        .describe('Ids that this entry used to have. Keep them, so that older messages on Discord go on working.'),
      question: questionSchema.describe(
        'What readers pick from a menu or see while they type: neutral, self-contained, in the third person.',
      ),
      heading: questionSchema
        .exactOptional()
        .describe('What stands above the answer, if not the question: with the source of a claim, for example.'),
      quotations: passages
        .min(1)
        .optional()
        .describe('The passages that answer the question: numbers, or exact words as { passage: 6, text: "…" }.'),
      notStated: z
        .literal(true, 'must be true; otherwise remove it')
        .optional()
        .describe('Write notStated: true if the report does not answer the question, and name the closest passages.'),
      closest: passages
        .optional()
        .describe(
          'With notStated: true, the passages that come closest. Readers are told that they are no answer. Write closest: [] if no passage comes near.',
        ),
      context: z
        .array(contextSchema(report))
        .min(1)
        .max(mostContext, `may list at most ${mostContext} passages`)
        .optional()
        .describe('What makes the passages plain that do not stand alone: numbers, or whole sentences of passages.'),
      known: z
        .array(z.enum(FIELD_NAMES, `must be one of ${FIELD_NAMES.join(', ')}`))
        .min(1)
        .optional()
        .describe('Facts about the report itself that answer the question: names of fields in report.yaml.'),
      related: z
        .array(entryIdSchema)
        .max(mostRelated, `may list at most ${mostRelated} entries`)
        .default([])
        .describe('The ids of entries that readers of this one may want next.'),
    })
    .superRefine((listed, context) => {
      for (const { path, message } of entryProblems(listed, report))
        context.addIssue({ code: 'custom', path, message });
    })
    .meta({
      title: 'Entry',
      description: 'One thing readers ask. It has quotations, or notStated and closest, or known.',
      oneOf: [{ required: ['quotations'] }, { required: ['notStated', 'closest'] }, { required: ['known'] }],
    });
}

export type EntryFields = z.infer<ReturnType<typeof entrySchema>>;

/** A passage number, or exact words of a passage. Without a report, it becomes `undefined`. */
function quotationSchema(report: Report | undefined) {
  const number = z.number().meta({ type: 'integer', minimum: 1, description: 'The number of a passage.' });
  const slice = z.strictObject({
    passage: number,
    text: z.string().describe('Exact words of the passage: whole sentences, or whole parts of report.yaml.'),
  });
  return z
    .union([number, slice], { error: 'must be a passage number, or { passage: 6, text: "exact words of it" }' })
    .transform((listed, context) => {
      const quotation = report && findListed(listed, report);
      if (typeof quotation !== 'string') return quotation;
      context.addIssue({ code: 'custom', message: quotation, input: listed });
      return z.NEVER;
    });
}

/** As `quotationSchema`, but a part that is not a whole sentence would not make anything plain. */
function contextSchema(report: Report | undefined) {
  return quotationSchema(report).superRefine((quotation, context) => {
    if (!report || !quotation || isWholeSentences(report, quotation)) return;
    const message = `cuts a sentence of passage ${quotation.passage}: give whole sentences as context`;
    context.addIssue({ code: 'custom', message });
  });
}

/** The quotation that an author means, or what is wrong with it. */
function findListed(listed: number | { passage: number; text: string }, report: Report): Quotation | string {
  const number = typeof listed === 'number' ? listed : listed.passage;
  const passage = passageOf(report, number);
  if (!passage) return `names passage ${number}, but the report has passages 1 to ${report.passages.length}`;
  if (typeof listed === 'number') return wholePassage(passage);
  const quotation = findQuotation(passage, listed.text);
  switch (quotation) {
    case 'not in the passage':
      return `has words that are not in passage ${number} exactly like this: copy them from report.yaml`;
    case 'not whole':
      return `cuts a sentence of passage ${number}: quote whole sentences or whole parts`;
    default:
      return quotation;
  }
}
