/** Reads content/locales/LOCALE.yaml: what the bot says in its own voice, in one language. */

import { Locale } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Checked, ContentIssue } from '../content/content-issue.ts';
import { BASES, FIELD_NAMES, type Report } from '../content/report.ts';
import { readYaml, type SourceFile, type YamlFile } from '../content/yaml-file.ts';
import {
  LABEL_GROUPS,
  MESSAGE_ARGUMENTS,
  type LabelGroup,
  type LabelNames,
  type Labels,
  type MessageKey,
  type Messages,
} from './messages.ts';
import { alwaysShownIn, argumentsIn, parsePattern } from './pattern.ts';
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
  const listed = files.filter(({ name }) => name.startsWith(FOLDER) && name.endsWith('.yaml'));
  const read = listed.map((file) => readLocaleFile(file, report));
  const whole = read.flatMap(({ value }) => value ?? []);
  return {
    messages: whole.flatMap(messagesOf),
    issues: [
      ...missingDefault(listed),
      ...read.flatMap(({ issues }) => issues),
      ...repeated(whole),
      ...droppedArguments(whole),
    ],
  };
}

/** What a locale file must look like. Without a report, it may label any names. */
export function localeSchema(report?: Report, locale: string = DEFAULT_LOCALE) {
  return z
    .strictObject({
      ...nest(textSchemas(report, locale)),
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

interface LocaleFile {
  readonly name: string;
  /** The file's own locale, and those in `alsoFor`: es-ES may also serve es-419. */
  readonly locales: readonly string[];
  /** Every message and label by its key, such as `reply.readAs` or `speakers.caller`. */
  readonly texts: ReadonlyMap<string, string>;
  readonly placeOf: YamlFile['placeOf'];
}

function readLocaleFile(file: SourceFile, report: Report | undefined): Checked<LocaleFile> {
  const own = file.name.slice(FOLDER.length).replace(/\.yaml$/, '');
  const misnamed = z.enum(Locale).safeParse(own).success
    ? []
    : [{ file: file.name, message: `The file’s name ${NOT_A_LOCALE}: rename it.` }];
  const { value, yaml, issues } = readYaml(file, localeSchema(report, misnamed.length > 0 ? DEFAULT_LOCALE : own));
  if (!value || !yaml || misnamed.length > 0) return { issues: [...misnamed, ...issues] };

  const { alsoFor, ...nested } = value;
  const texts = new Map(flatten(nested));
  return { value: { name: file.name, locales: [own, ...alsoFor], texts, placeOf: yaml.placeOf }, issues };
}

function messagesOf({ name, locales, texts }: LocaleFile): readonly Messages[] {
  const [messages, labels] = [textsIn(texts), labelsIn(texts)];
  return locales.map((locale) => ({ locale, file: name, texts: messages, labels }));
}

function missingDefault(files: readonly SourceFile[]): readonly ContentIssue[] {
  if (files.some(({ name }) => name === DEFAULT_FILE)) return [];
  return [{ file: DEFAULT_FILE, message: 'This file is missing: restore it. Readers of all other languages get it.' }];
}

function repeated(files: readonly LocaleFile[]): readonly ContentIssue[] {
  return files.flatMap(({ locales, placeOf }) => {
    const [own, ...alsoFor] = locales;
    const taken = files.flatMap((other) => other.locales);
    return alsoFor
      .filter((locale) => locale === own || taken.filter((one) => one === locale).length > 1)
      .map((locale) => ({
        ...placeOf(['alsoFor']),
        message: `${locale} already has a file, this one or another: remove it from alsoFor.`,
      }));
  });
}

/** Arguments that the default locale always shows, and a translation never does. */
function droppedArguments(files: readonly LocaleFile[]): readonly ContentIssue[] {
  const original = files.find(({ name }) => name === DEFAULT_FILE)?.texts ?? new Map<string, string>();
  return files.flatMap(({ locales: [locale = DEFAULT_LOCALE], texts, placeOf }) =>
    [...texts].flatMap(([key, text]) => {
      const used = argumentsIn(parsePattern(text, locale));
      const shown = alwaysShownIn(parsePattern(original.get(key) ?? '', DEFAULT_LOCALE));
      const dropped = [...new Set(shown)].filter((name) => !used.includes(name));
      return dropped.map((name) => ({
        ...placeOf(key.split('.')),
        message: `${key} leaves out {${name}}, which ${DEFAULT_LOCALE} shows: use it, too.`,
      }));
    }),
  );
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
function textSchemas(report: Report | undefined, locale: string): ReadonlyMap<string, z.ZodType<string | TextTree>> {
  const schemas = new Map<string, z.ZodType<string | TextTree>>();
  for (const [key, given] of Object.entries(MESSAGE_ARGUMENTS)) {
    schemas.set(key, textSchema([...COMMON_ARGUMENTS, ...given], locale));
  }
  const fixed = { bases: BASES, fields: FIELD_NAMES, fieldValues: ['none', 'text'] as const };
  const names: Partial<LabelNames> = report ? labelNames(report) : fixed;
  for (const group of LABEL_GROUPS) {
    const known = names[group];
    if (!known) schemas.set(group, z.record(z.string(), textSchema(LABEL_ARGUMENTS, locale)));
    for (const name of known ?? []) schemas.set(`${group}.${name}`, textSchema(LABEL_ARGUMENTS, locale));
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

function textSchema(given: readonly string[], locale: string) {
  return z
    .string()
    .min(1)
    .superRefine((text, context) => {
      for (const message of patternIssues(text, given, locale)) context.addIssue({ code: 'custom', message });
    })
    .describe(`May use ${given.map((name) => `{${name}}`).join(', ')}.`);
}

function patternIssues(text: string, given: readonly string[], locale: string): readonly string[] {
  try {
    return argumentsIn(parsePattern(text, locale))
      .filter((name) => !given.includes(name))
      .map((name) => `uses {${name}}, but may use only ${given.map((one) => `{${one}}`).join(', ')}`);
  } catch (error) {
    return [`is not valid ICU MessageFormat (${error instanceof Error ? error.message : String(error)})`];
  }
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
