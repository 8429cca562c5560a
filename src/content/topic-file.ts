/** Reads content/faq/TOPIC.yaml: a topic and its entries. */

import { z } from 'zod';
import { AUTHORING_LIMITS } from './authoring-limits.ts';
import type { Checked, Place } from './content-issue.ts';
import { entryIdSchema, entrySchema, type EntryFields } from './entry-schema.ts';
import type { Entry, EntryAnswer, Topic } from './faq.ts';
import type { Quotation } from './quotation.ts';
import type { Report } from './report.ts';
import { parseYaml, type Path, type SourceFile } from './yaml-file.ts';

const { titleLength, mostFeatured } = AUTHORING_LIMITS;

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

/** What a topic file as a whole must look like. */
export const topicSchema = headerSchema.extend({ entries: z.array(entrySchema(undefined)).min(1) }).meta({
  title: 'Topic',
  description: 'A topic of the FAQ and its entries. Phrasings are in content/phrasings/en, in a file of the same name.',
});

function entryOf(value: EntryFields, topic: string, report: Report | undefined): Omit<ListedEntry, 'placeOf'> {
  const { id, aliases, question, heading, related } = value;
  const context = present(value.context);
  const titled = heading === undefined ? { question } : { question, heading };
  return {
    entry: { id, aliases, topic, ...titled, context, related },
    answer: report && answerOf(value),
  };
}

function answerOf({ quotations, closest, known }: EntryFields): EntryAnswer {
  if (known) return { kind: 'known', fields: known };
  return quotations
    ? { kind: 'quoted', quotations: present(quotations) }
    : { kind: 'not_stated', closest: present(closest) };
}

/** Without a report, nothing was looked up. */
function present(listed: readonly (Quotation | undefined)[] = []): readonly Quotation[] {
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
