/** Reads content/locales/LOCALE.yaml: what the bot says in its own voice, in one language. */

import { Locale } from 'discord-api-types/v10';
import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';
import type { Checked, ContentIssue } from '../content/content-issue.ts';
import { BASES, FIELD_NAMES, type Report } from '../content/report.ts';
import { readYaml, type SourceFile } from '../content/yaml-file.ts';
import {
  LABEL_GROUPS,
  MESSAGE_ARGUMENTS,
  type LabelGroup,
  type LabelNames,
  type Labels,
  type MessageKey,
  type Messages,
} from './messages.ts';
import { DEFAULT_LOCALE } from './translators.ts';

const FOLDER = 'locales/';
const DEFAULT_FILE = `${FOLDER}${DEFAULT_LOCALE}.yaml`;
/** Arguments of every message and label. */
const COMMON_ARGUMENTS = ['outlet'];
/** Arguments of labels. `copy` is where the words of the report were taken from. */
const LABEL_ARGUMENTS = [...COMMON_ARGUMENTS, 'copy'];

/** Reads every file in `locales/`. Without a report, labels of its names are not checked. */
export function readLocales(
  files: readonly SourceFile[],
  report: Report | undefined,
): { readonly messages: readonly Messages[]; readonly issues: readonly ContentIssue[] } {
  const schema = localeSchema(report);
  const listed = files.filter(({ name }) => name.startsWith(FOLDER) && name.endsWith('.yaml'));
  const read = listed.map((file) => readLocaleFile(file, schema));
  const messages = read.flatMap(({ value }) => value ?? []);
  return {
    messages,
    issues: [...missingDefault(listed), ...read.flatMap(({ issues }) => issues), ...repeated(messages)],
  };
}

/** What a locale file must look like. Without a report, it may label any names. */
export function localeSchema(report?: Report) {
  return z
    .strictObject({
      ...nest(textSchemas(report)),
      alsoFor: z
        .array(z.enum(Locale, NOT_A_LOCALE))
        .default([])
        .describe('Other locales of Discord to use this file for.'),
    })
    .meta({
      title: 'Locale',
      description: 'What the bot says in its own voice, as ICU MessageFormat. The report’s words are never here.',
    });
}

const NOT_A_LOCALE = `must be a locale of Discord (${Object.values(Locale).join(', ')})`;

/** The messages of a file's locale and of those in `alsoFor`: es-ES may also serve es-419. */
function readLocaleFile(file: SourceFile, schema: ReturnType<typeof localeSchema>): Checked<readonly Messages[]> {
  const own = file.name.slice(FOLDER.length).replace(/\.yaml$/, '');
  const misnamed = z.enum(Locale).safeParse(own).success
    ? []
    : [{ file: file.name, message: `The file’s name ${NOT_A_LOCALE}: rename it.` }];
  const { value, issues } = readYaml(file, schema);
  if (!value || misnamed.length > 0) return { issues: [...misnamed, ...issues] };

  const { alsoFor, ...nested } = value;
  const found = new Map(flatten(nested));
  const texts = textsIn(found);
  const labels = labelsIn(found);
  return { value: [own, ...alsoFor].map((locale) => ({ locale, texts, labels })), issues };
}

function missingDefault(files: readonly SourceFile[]): readonly ContentIssue[] {
  if (files.some(({ name }) => name === DEFAULT_FILE)) return [];
  return [{ file: DEFAULT_FILE, message: 'This file is missing: restore it. Readers of all other languages get it.' }];
}

function repeated(messages: readonly Messages[]): readonly ContentIssue[] {
  const locales = messages.map(({ locale }) => locale);
  return [...new Set(locales.filter((locale, index) => locales.indexOf(locale) !== index))].map((locale) => ({
    file: `${FOLDER}${locale}.yaml`,
    message: `Two files are for ${locale}: remove it from one of their lists alsoFor.`,
  }));
}

/** Texts in a tree, as a file nests them. */
interface TextTree {
  readonly [key: string]: string | TextTree;
}
interface SchemaTree {
  readonly [key: string]: z.ZodType<string | TextTree>;
}

/**
 * The schema of each text by its key; without a report, one schema for a group that depends on it.
 */
function textSchemas(report: Report | undefined): ReadonlyMap<string, z.ZodType<string | TextTree>> {
  const schemas = new Map<string, z.ZodType<string | TextTree>>();
  for (const [key, given] of Object.entries(MESSAGE_ARGUMENTS)) {
    schemas.set(key, textSchema([...COMMON_ARGUMENTS, ...given]));
  }
  const fixed = { bases: BASES, fields: FIELD_NAMES, fieldValues: ['none', 'text'] as const };
  const names: Partial<LabelNames> = report ? labelNames(report) : fixed;
  for (const group of LABEL_GROUPS) {
    const known = names[group];
    if (!known) schemas.set(group, z.record(z.string(), textSchema(LABEL_ARGUMENTS)));
    for (const name of known ?? []) schemas.set(`${group}.${name}`, textSchema(LABEL_ARGUMENTS));
  }
  return schemas;
}

/** The names in the report that readers see as labels. */
function labelNames(report: Report): LabelNames {
  const parts = report.passages.flatMap((passage) => passage.parts);
  return {
    speakers: [...new Set(parts.map((part) => part.speaker))],
    caveats: [...new Set(parts.flatMap((part) => part.caveat ?? []))],
    origins: [...new Set(Object.values(report.known).map((field) => field.from))],
    bases: BASES,
    fields: FIELD_NAMES,
    fieldValues: ['none', 'text'],
  };
}

function textSchema(given: readonly string[]) {
  return z
    .string()
    .min(1)
    .superRefine((text, context) => {
      for (const message of patternIssues(text, given)) context.addIssue({ code: 'custom', message });
    })
    .describe(`May use ${given.map((name) => `{${name}}`).join(', ')}.`);
}

function patternIssues(text: string, given: readonly string[]): readonly string[] {
  try {
    return argumentsIn(new IntlMessageFormat(text, 'en').getAst())
      .filter((name) => !given.includes(name))
      .map((name) => `uses {${name}}, but may use only ${given.map((one) => `{${one}}`).join(', ')}`);
  } catch (error) {
    return [`is not valid ICU MessageFormat (${error instanceof Error ? error.message : String(error)})`];
  }
}

type PatternElement = ReturnType<IntlMessageFormat['getAst']>[number];

function argumentsIn(elements: readonly PatternElement[]): readonly string[] {
  return elements.flatMap((element) => [
    ...('value' in element && element.type !== 0 ? [element.value] : []),
    ...('options' in element ? Object.values(element.options).flatMap((option) => argumentsIn(option.value)) : []),
    ...('children' in element ? argumentsIn(element.children) : []),
  ]);
}

/** Nests schemas at the dots of their keys. */
function nest(schemas: ReadonlyMap<string, z.ZodType<string | TextTree>>): SchemaTree {
  const groups = new Map<string, Map<string, z.ZodType<string | TextTree>>>();
  const tree: Record<string, z.ZodType<string | TextTree>> = {};
  for (const [key, schema] of schemas) {
    const [, first = key, rest] = /^([^.]*)\.(.*)$/.exec(key) ?? [];
    if (rest === undefined) tree[key] = schema;
    else groups.set(first, (groups.get(first) ?? new Map()).set(rest, schema));
  }
  for (const [name, inner] of groups) tree[name] = z.strictObject(nest(inner));
  return tree;
}

/** The reverse of `nest`, for texts. */
function flatten(tree: TextTree, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [[prefix + key, inner] as const] : flatten(inner, `${prefix}${key}.`),
  );
}

function textsIn(found: ReadonlyMap<string, string>): Messages['texts'] {
  const keys = Object.keys(MESSAGE_ARGUMENTS) as MessageKey[];
  return fromKeys(keys, (key) => found.get(key) ?? '');
}

function labelsIn(found: ReadonlyMap<string, string>): Labels {
  return fromKeys<LabelGroup, Labels[LabelGroup]>(LABEL_GROUPS, (group) => {
    const prefix = `${group}.`;
    const own = [...found].filter(([key]) => key.startsWith(prefix));
    return Object.fromEntries(own.map(([key, text]) => [key.slice(prefix.length), text]));
  });
}

function fromKeys<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): Readonly<Record<Key, Value>> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;
}
