/** Reads content/faq/TOPIC.yaml: a topic and its entries. */

import { z } from 'zod';
import { AUTHORING_LIMITS } from './authoring-limits.ts';
import type { Checked, Place } from './content-issue.ts';
import type { Entry, EntryAnswer, Topic } from './faq.ts';
import { findQuotation, isWholeSentences, overlaps, wholePassage, type Quotation } from './quotation.ts';
import { FIELD_NAMES, passageOf, type Report } from './report.ts';
import { parseYaml, type Path, type SourceFile } from './yaml-file.ts';

const { idLength, questionLength, titleLength, mostQuotations, mostContext, mostRelated, mostFeatured } =
  AUTHORING_LIMITS;

export interface TopicFile {
  /** The file's name without folder and ending. */
  readonly id: string;
  /** `undefined` if something is wrong with the topic's own fields. */
  readonly topic: Topic | undefined;
  /** Topics are shown in ascending order. */
  readonly order: number;
  /** The entries that nothing is wrong with. */
  readonly entries: readonly ListedEntry[];
  /** The ids of all its entries, including those that something is wrong with. */
  readonly ids: readonly string[];
  readonly placeOf: (path: Path) => Place;
}

/** An entry, with the means to name its place in the file. */
export interface ListedEntry {
  readonly entry: Omit<Entry, 'answer'>;
  /** `undefined` if there is no report to take the quotations from. */
  readonly answer: EntryAnswer | undefined;
  /** `path` starts at the entry. */
  readonly placeOf: (path: Path) => Place;
}

/** Without a report, quotations are not looked up; all else is checked. */
export function readTopic(file: SourceFile, report: Report | undefined): Checked<TopicFile> {
  const { value: yaml, issues: unreadable } = parseYaml(file);
  if (!yaml) return { issues: unreadable };

  const id = topicIdOf(file.name);
  const header = yaml.check(headerSchema, yaml.data, []);
  const schema = entrySchema(report);
  // Each entry is checked on its own, so that a mistake in one hides nothing about the others.
  const checked = entryListIn(yaml.data).map((raw, index) => {
    const path = ['entries', index];
    const entryId = idIn(raw);
    const { value, issues } = yaml.check(schema, raw, path, entryId);
    const entry = value && {
      ...entryOf(value, id, report),
      placeOf: (at: Path) => yaml.placeOf([...path, ...at], entryId),
    };
    return { id: entryId, entry, issues };
  });
  return {
    value: {
      id,
      topic: header.value && topicOf(id, header.value),
      order: header.value?.order ?? 0,
      entries: checked.flatMap(({ entry }) => entry ?? []),
      ids: checked.flatMap((entry) => entry.id ?? []),
      placeOf: yaml.placeOf,
    },
    issues: [...header.issues, ...checked.flatMap(({ issues }) => issues)],
  };
}

/** The topic's id: the file's name without folder and ending. */
export function topicIdOf(fileName: string): string {
  return fileName.replace(/^.*\/|\.yaml$/g, '');
}

export const entryIdSchema = z
  .string()
  .max(idLength, `must have at most ${idLength} characters`)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens, such as call-who');

const headerSchema = z.strictObject({
  title: z
    .string()
    .min(1)
    .max(titleLength, `must have at most ${titleLength} characters`)
    .describe('The name of the topic, as readers see it.'),
  order: z.int().describe('The place of the topic in the list of topics: the lowest number comes first.'),
  color: z
    .string('must be a color in quotation marks, such as "#1F6FEB"')
    .regex(/^#[0-9A-Fa-f]{6}$/, 'must be a color such as "#1F6FEB"')
    .describe('The color of the stripe beside a reply, in quotation marks: "#1F6FEB".'),
  featured: z
    .array(entryIdSchema)
    .min(1)
    .max(mostFeatured, `may list at most ${mostFeatured} entries`)
    .describe('The ids of the entries to suggest to readers who have not asked anything yet, best first.'),
  entries: z.array(z.unknown()).min(1).describe('What readers ask about this topic.'),
});

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

function entrySchema(report: Report | undefined) {
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
      question: z
        .string()
        .min(1)
        .max(questionLength, `must have at most ${questionLength} characters`)
        .describe(
          'What readers pick from a menu or see while they type: neutral, self-contained, in the third person.',
        ),
      heading: z
        .string()
        .min(1)
        .max(questionLength, `must have at most ${questionLength} characters`)
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
      for (const { path, message } of answerIssues(listed)) context.addIssue({ code: 'custom', path, message });
    })
    .meta({
      title: 'Entry',
      description: 'One thing readers ask. It has quotations, or notStated and closest, or known.',
      oneOf: [{ required: ['quotations'] }, { required: ['notStated', 'closest'] }, { required: ['known'] }],
    });
}

/** What a topic file as a whole must look like. */
export const topicSchema = headerSchema.extend({ entries: z.array(entrySchema(undefined)).min(1) }).meta({
  title: 'Topic',
  description: 'A topic of the FAQ and its entries. Phrasings are in content/phrasings/en, in a file of the same name.',
});

type CheckedEntry = z.infer<ReturnType<typeof entrySchema>>;

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

interface EntryIssue {
  readonly path: (string | number)[];
  readonly message: string;
}

function answerIssues({ quotations, notStated, closest, known, context }: CheckedEntry): readonly EntryIssue[] {
  const kinds = [quotations, notStated, known].filter((kind) => kind !== undefined);
  if (kinds.length !== 1) {
    return [{ path: [], message: 'must have exactly one of quotations, notStated: true (with closest), and known' }];
  }
  if (notStated && !closest) {
    const message =
      'has notStated: true, so it must name the closest passage: add closest: [number], or closest: [] if none comes near';
    return [{ path: [], message }];
  }
  if (!notStated && closest) return [{ path: ['closest'], message: 'goes with notStated: true only: remove it' }];
  return contextIssues(quotations ?? closest ?? [], context ?? []);
}

function contextIssues(
  shown: readonly (Quotation | undefined)[],
  context: readonly (Quotation | undefined)[],
): readonly EntryIssue[] {
  if (context.length > 0 && shown.length === 0) {
    return [{ path: ['context'], message: 'makes passages plain, but the entry shows none: remove it' }];
  }
  return context.flatMap((quotation, index) => {
    const others = [...shown, ...context.slice(0, index)];
    if (!quotation || !others.some((other) => other && overlaps(other, quotation))) return [];
    const message = `repeats words of passage ${quotation.passage} that the entry already shows: remove it`;
    return [{ path: ['context', index], message }];
  });
}

function entryOf(value: CheckedEntry, topic: string, report: Report | undefined): Omit<ListedEntry, 'placeOf'> {
  const { id, aliases, question, heading, related } = value;
  const context = found(value.context);
  const titled = heading === undefined ? { question } : { question, heading };
  return {
    entry: { id, aliases, topic, ...titled, context, related },
    answer: report && answerOf(value),
  };
}

function answerOf({ quotations, closest, known }: CheckedEntry): EntryAnswer {
  if (known) return { kind: 'known', fields: known };
  return quotations
    ? { kind: 'quoted', quotations: found(quotations) }
    : { kind: 'not_stated', closest: found(closest) };
}

function found(listed: readonly (Quotation | undefined)[] = []): readonly Quotation[] {
  return listed.flatMap((quotation) => quotation ?? []);
}

function topicOf(id: string, { title, color, featured }: z.infer<typeof headerSchema>): Topic {
  return { id, title, color: Number.parseInt(color.slice(1), 16), featured };
}

/** The listed entries, whether or not the rest of the file is right. */
function entryListIn(data: unknown): readonly unknown[] {
  const entries = fieldOf(data, 'entries');
  return Array.isArray(entries) ? entries : [];
}

function idIn(raw: unknown): string | undefined {
  const id = fieldOf(raw, 'id');
  return typeof id === 'string' ? id : undefined;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}
