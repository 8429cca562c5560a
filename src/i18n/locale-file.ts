/** Reads content/locales/LOCALE.yaml; a missing or extra key, and an argument that a message is not told, are faults. */

import { IntlMessageFormat } from 'intl-messageformat';
import { Locale } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Fault } from '../content/content-issue.ts';
import { BASES, FIELD_NAMES, type Report } from '../content/report.ts';
import { lineField, readYaml, type SourceFile } from '../content/yaml-file.ts';
import {
  LABEL_GROUPS,
  MESSAGE_ARGUMENTS,
  type LabelNames,
  type Labels,
  type MessageKey,
  type Messages,
} from './messages.ts';

/** Told to every message and label. */
const ALWAYS_TOLD = ['outlet'];
/** What labels may use beside `outlet`: the copy that the text was taken from. */
const TOLD_TO_LABELS = [...ALWAYS_TOLD, 'copy'];

type Nested = { [key: string]: string | Nested };
/** The locales in which Discord can show a reader its own words. Source: Discord's reference of locales. */
const DISCORD_LOCALES: readonly string[] = Object.values(Locale);

const nested: z.ZodType<Nested> = z.lazy(() =>
  z.record(z.string(), z.union([z.string().min(1), nested], { error: 'expected a text' })),
);
const messagesSchema = z
  .object({ alsoFor: z.array(z.string()).optional() })
  .catchall(z.union([z.string().min(1), nested], { error: 'expected a text' }));

/** @returns the messages of the file's locale, and of those in its list `alsoFor`: one file may serve es-ES and es-419. */
export function readLocaleFile(
  file: SourceFile,
  report: Report,
): { readonly messages: readonly Messages[]; readonly faults: readonly Fault[] } {
  const { value, faults: unreadable, lineOf } = readYaml(file, messagesSchema);
  if (!value) return { messages: [], faults: unreadable };

  const { alsoFor = [], ...said } = value;
  const locales = [file.name.replace(/^.*\/|\.yaml$/g, ''), ...alsoFor];
  const expected = expectedArguments(report);
  const found = new Map(flatten(said));
  const lineOfKey = (key: string): { line?: number } => lineField(lineOf(pathOf(key)));
  const missing = [...expected.keys()].filter((key) => !found.has(key));
  const extra = [...found.keys()].filter((key) => !expected.has(key));
  const faults: readonly Fault[] = [
    ...locales
      .filter((locale) => !DISCORD_LOCALES.includes(locale))
      .map((locale) => ({
        file: file.name,
        message: `“${locale}” is not a locale of Discord (${DISCORD_LOCALES.join(', ')}).`,
      })),
    ...missing.map((key) => ({ file: file.name, message: `The text for ${key} is missing: add it.` })),
    ...extra.map((key) => ({
      file: file.name,
      ...lineOfKey(key),
      message: `${key} is nothing that the bot says: take it out, or correct its name.`,
    })),
    ...[...found].flatMap(([key, text]) =>
      [...patternFaults(text, expected.get(key) ?? []), ...nameFaults(key, text)].map((message) => ({
        file: file.name,
        ...lineOfKey(key),
        message: `${key}: ${message}`,
      })),
    ),
  ];
  if (faults.length > 0) return { messages: [], faults };

  const texts = Object.fromEntries([...found].filter(([key]) => key in MESSAGE_ARGUMENTS)) as Record<
    MessageKey,
    string
  >;
  const labels = labelsIn(found);
  return { messages: locales.map((locale) => ({ locale, texts, labels })), faults };
}

/** What Discord demands of names and short texts, by the keys that become one. */
const DEMANDS: readonly { readonly keys: RegExp; readonly fits: RegExp; readonly demand: string }[] = [
  { keys: /^command\.askTheReport\.name$/, fits: /^.{1,32}$/u, demand: 'a menu’s name has 1 to 32 characters' },
  {
    keys: /^command\.(?!askTheReport).*\.?name$/,
    fits: /^(?!.*\p{Lu})[-_’'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u,
    demand: 'a command’s or option’s name has 1 to 32 letters, digits, - or _, in lower case and without spaces',
  },
  { keys: /^command\..*description$/, fits: /^.{1,100}$/u, demand: 'a description has 1 to 100 characters' },
  {
    keys: /^button\.|^browse\.(previous|next|back)$|\.next$/,
    fits: /^.{1,76}$/u,
    demand: 'a button’s label has at most 80 characters, 4 of them for numbers',
  },
  { keys: /Menu$|^passage\.entries$/, fits: /^.{1,150}$/u, demand: 'a menu’s text has at most 150 characters' },
];

function nameFaults(key: string, text: string): readonly string[] {
  return DEMANDS.filter(({ keys, fits }) => keys.test(key) && !fits.test(text)).map(
    ({ demand }) => `“${text}” does not fit: ${demand} (Discord’s limits).`,
  );
}

/** The names in the report that a reader is told in words. */
export function labelNames(report: Report): LabelNames {
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

/** Flat key → the arguments its text may use. */
function expectedArguments(report: Report): ReadonlyMap<string, readonly string[]> {
  const names = labelNames(report);
  return new Map([
    ...Object.entries(MESSAGE_ARGUMENTS).map(([key, told]) => [key, [...ALWAYS_TOLD, ...told]] as const),
    ...LABEL_GROUPS.flatMap((group) => names[group].map((name) => [`${group}.${name}`, TOLD_TO_LABELS] as const)),
  ]);
}

function labelsIn(found: ReadonlyMap<string, string>): Labels {
  const group = (name: string): Record<string, string> =>
    Object.fromEntries(
      [...found].filter(([key]) => key.startsWith(`${name}.`)).map(([key, text]) => [key.slice(name.length + 1), text]),
    );
  return Object.fromEntries(LABEL_GROUPS.map((name) => [name, group(name)])) as unknown as Labels;
}

function patternFaults(text: string, told: readonly string[]): readonly string[] {
  try {
    const used = argumentsIn(new IntlMessageFormat(text, 'en').getAst());
    return used
      .filter((name) => !told.includes(name))
      .map((name) => `the text uses {${name}}, which it is not told (it may use ${told.join(', ')}).`);
  } catch (error) {
    return [`this is not valid ICU MessageFormat: ${error instanceof Error ? error.message : String(error)}`];
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

function flatten(value: Nested, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [[prefix + key, inner] as const] : flatten(inner, `${prefix}${key}.`),
  );
}

function pathOf(key: string): readonly string[] {
  return key.split('.');
}
