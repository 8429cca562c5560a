/** Reads content/faq/TOPIC.yaml: a topic and its entries. */

import { z } from 'zod';
import type { Entry, EntryAnswer, Topic } from './faq.ts';
import type { Fault } from './content-issue.ts';
import { findQuotation, wholePassage, type Quotation } from './quotation.ts';
import { FIELD_NAMES, passageOf, type Report } from './report.ts';
import { lineField, readYaml, type Path, type SourceFile } from './yaml-file.ts';

/** Discord cuts nothing below these: an id stands in a button's custom_id (100), a question in a menu's label (100). */
const ID_LENGTH = 32;
const QUESTION_LENGTH = 80;
const MOST_QUOTATIONS = 3;
const FEWEST_PHRASINGS = 3;
const MOST_TELLING = 5;

const id = z
  .string()
  .max(ID_LENGTH, `an id has at most ${ID_LENGTH} characters`)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens, such as call-who');
const quotation = z.union([z.int(), z.strictObject({ passage: z.int(), text: z.string() })], {
  error: 'a quotation is a passage number, or passage: and text: with its exact words',
});
const quotations = z
  .array(quotation)
  .min(1)
  .max(MOST_QUOTATIONS, `an entry quotes at most ${MOST_QUOTATIONS} passages`);

const entrySchema = z.strictObject({
  id,
  question: z.string().min(1).max(QUESTION_LENGTH, `a question has at most ${QUESTION_LENGTH} characters`),
  quotations: quotations.optional(),
  notStated: z.literal(true, 'write notStated: true, or leave it out').optional(),
  closest: quotations.optional(),
  known: z
    .array(z.enum(FIELD_NAMES, `expected one of ${FIELD_NAMES.join(', ')}`))
    .min(1)
    .optional(),
  related: z.array(id).default([]),
  phrasings: z
    .array(
      z.string('a phrasing is a text: put quotation marks round a line that has a colon in it').trim().min(1),
      'the ways to ask it stand under phrasings:, each on a line of its own behind “- ”',
    )
    .min(FEWEST_PHRASINGS, `an entry needs at least ${FEWEST_PHRASINGS} phrasings: write down other ways to ask it`),
});

/** Each entry is held to its schema by itself, so that a fault in one hides none in the others. */
const topicSchema = z.strictObject({
  title: z.string().min(1).max(QUESTION_LENGTH),
  /** Topics are shown by rising order. */
  order: z.int(),
  colour: z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'expected a colour such as "#1F6FEB"'),
  telling: z.array(id).min(1).max(MOST_TELLING),
  entries: z.array(z.looseObject({ id: z.string().optional() })).min(1),
});

type ListedEntry = z.infer<typeof entrySchema>;
type ListedQuotation = z.infer<typeof quotation>;

/** An entry as its file has it: what the report's side knows of it, its phrasings, and where each stands. */
export interface ReadEntry {
  readonly entry: Entry;
  readonly phrasings: readonly string[];
  readonly file: string;
  readonly lineOf: (path: Path) => number | undefined;
}

export interface ReadTopic {
  readonly topic?: Topic & { readonly order: number };
  readonly entries: readonly ReadEntry[];
  /** The ids of all its entries, faulty ones among them: others may name them. */
  readonly ids: readonly string[];
  readonly faults: readonly Fault[];
}

export function readTopic(file: SourceFile, report: Report): ReadTopic {
  const { value, faults: unreadable, lineOf, faultsOf } = readYaml(file, topicSchema);
  if (!value) return { entries: [], ids: [], faults: unreadable };

  const topic = {
    id: file.name.replace(/^.*\/|\.yaml$/g, ''),
    title: value.title,
    order: value.order,
    colour: Number.parseInt(value.colour.slice(1), 16),
    telling: value.telling,
  };
  const faults: Fault[] = [];
  const entries: ReadEntry[] = [];
  value.entries.forEach((raw, index) => {
    const parsed = entrySchema.safeParse(raw);
    if (!parsed.success) {
      faults.push(...faultsOf(parsed.error, ['entries', index]));
      return;
    }
    const listed = parsed.data;
    const fault = (path: Path, message: string): void => {
      faults.push({ file: file.name, entry: listed.id, ...lineField(lineOf(['entries', index, ...path])), message });
    };
    const answer = answerOf(listed, report, fault);
    if (!answer) return;
    const { id, question, related, phrasings } = listed;
    entries.push({
      entry: { id, topic: topic.id, question, answer, related },
      phrasings,
      file: file.name,
      lineOf: (path) => lineOf(['entries', index, ...path]),
    });
  });
  return { topic, entries, ids: value.entries.flatMap((raw) => raw.id ?? []), faults };
}

type AddFault = (path: Path, message: string) => void;

/** The one kind of answer that an entry has, or `undefined` after telling what is wrong with it. */
function answerOf(listed: ListedEntry, report: Report, fault: AddFault): EntryAnswer | undefined {
  const kinds = [listed.quotations, listed.notStated, listed.known].filter((kind) => kind !== undefined);
  if (kinds.length !== 1) {
    fault(
      [],
      'An entry has exactly one of: quotations (the report answers), notStated: true with closest (it does not say), known (fields of report.yaml).',
    );
    return undefined;
  }
  if (listed.known) return { kind: 'known', fields: listed.known };
  if (listed.quotations) {
    if (listed.closest) fault(['closest'], 'closest goes with notStated: true; an entry with quotations has none.');
    const quotations = resolve('quotations', listed.quotations, report, fault);
    return quotations && { kind: 'quoted', quotations };
  }
  if (!listed.closest) {
    fault([], 'An entry with notStated: true names the closest passage: add closest: [number].');
    return undefined;
  }
  const closest = resolve('closest', listed.closest, report, fault);
  return closest && { kind: 'not_stated', closest };
}

function resolve(
  key: string,
  listed: readonly ListedQuotation[],
  report: Report,
  fault: AddFault,
): readonly Quotation[] | undefined {
  const found: Quotation[] = [];
  listed.forEach((one, index) => {
    const number = typeof one === 'number' ? one : one.passage;
    const passage = passageOf(report, number);
    if (!passage) {
      fault([key, index], `There is no passage ${number}: the report has 1 to ${report.passages.length}.`);
      return;
    }
    const quotation = typeof one === 'number' ? wholePassage(passage) : findQuotation(passage, one.text);
    if (quotation === 'not in the passage')
      fault([key, index], `These words are not in passage ${number} letter by letter: copy them from report.yaml.`);
    else if (quotation === 'not whole')
      fault([key, index], `These words cut a sentence of passage ${number}: quote whole sentences or whole parts.`);
    else found.push(quotation);
  });
  return found.length === listed.length ? found : undefined;
}
