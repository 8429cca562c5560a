/** Reads content/messages/LOCALE.yaml; a missing or extra key, and an argument that a message is not told, are faults. */

import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';
import type { Fault } from '../report/fault.ts';
import { BASES, FIELD_NAMES, type Report } from '../report/report.ts';
import { lineField, readYaml, type SourceFile } from '../report/yaml-file.ts';
import { LABEL_GROUPS, MESSAGE_ARGUMENTS, type LabelNames, type Labels, type MessageKey, type Messages } from './messages.ts';

/** Told to every message and label. */
const ALWAYS_TOLD = ['outlet'];
/** What labels may use beside `outlet`: the copy that the text was taken from. */
const TOLD_TO_LABELS = [...ALWAYS_TOLD, 'copy'];

type Nested = { [key: string]: string | Nested };
const nested: z.ZodType<Nested> = z.lazy(() => z.record(z.string(), z.union([z.string().min(1), nested], { error: 'expected a text' })));

export function readMessages(file: SourceFile, report: Report): { readonly messages?: Messages; readonly faults: readonly Fault[] } {
  const { value, faults: unreadable, lineOf } = readYaml(file, nested);
  if (!value) return { faults: unreadable };

  const locale = file.name.replace(/^.*\/|\.yaml$/g, '');
  const expected = expectedArguments(report);
  const found = new Map(flatten(value));
  const lineOfKey = (key: string): { line?: number } => lineField(lineOf(pathOf(key)));
  const missing = [...expected.keys()].filter((key) => !found.has(key));
  const extra = [...found.keys()].filter((key) => !expected.has(key));
  const faults: readonly Fault[] = [
    ...(Intl.getCanonicalLocales(localeOrNothing(locale)).length === 0 ? [{ file: file.name, message: 'The file’s name is not a locale such as en-US.' }] : []),
    ...missing.map((key) => ({ file: file.name, message: `The text for ${key} is missing: add it.` })),
    ...extra.map((key) => ({ file: file.name, ...lineOfKey(key), message: `${key} is nothing that the bot says: take it out, or correct its name.` })),
    ...[...found].flatMap(([key, text]) =>
      patternFaults(text, expected.get(key) ?? []).map((message) => ({ file: file.name, ...lineOfKey(key), message: `${key}: ${message}` })),
    ),
  ];
  if (faults.length > 0) return { faults };

  const texts = Object.fromEntries([...found].filter(([key]) => key in MESSAGE_ARGUMENTS)) as Record<MessageKey, string>;
  return { messages: { locale, texts, labels: labelsIn(found) }, faults };
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
    Object.fromEntries([...found].filter(([key]) => key.startsWith(`${name}.`)).map(([key, text]) => [key.slice(name.length + 1), text]));
  return Object.fromEntries(LABEL_GROUPS.map((name) => [name, group(name)])) as unknown as Labels;
}

function patternFaults(text: string, told: readonly string[]): readonly string[] {
  try {
    const used = argumentsIn(new IntlMessageFormat(text, 'en').getAst());
    return used.filter((name) => !told.includes(name)).map((name) => `the text uses {${name}}, which it is not told (it may use ${told.join(', ')}).`);
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

function localeOrNothing(locale: string): string[] {
  try {
    return Intl.getCanonicalLocales(locale);
  } catch {
    return [];
  }
}
