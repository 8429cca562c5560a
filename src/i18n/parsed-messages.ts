/** Messages as the prepared file holds them: parsed once, and filled in as far as they can be. */

import type { Report } from '../content/report.ts';
import {
  LABEL_GROUPS,
  MESSAGE_ARGUMENTS,
  type LabelGroup,
  type Labels,
  type MessageKey,
  type Messages,
} from './messages.ts';
import { argumentsIn, parsePattern, type PatternElement } from './pattern.ts';

/** The words themselves, or a parsed pattern if they depend on arguments. */
export type ParsedText = string | readonly PatternElement[];

/** All messages of one locale. */
export interface ParsedMessages {
  readonly locale: string;
  /** When the report was published, in words: no start reads how each locale writes dates. */
  readonly reportDate: string;
  readonly parsedTexts: Readonly<Record<MessageKey, ParsedText>>;
  /** No label has arguments of its own. */
  readonly labels: Labels;
}

/** Arguments that every message and label may use beside its own. */
export type CommonArguments = Readonly<Record<'outlet' | 'copy', string>>;

export function commonArguments({ known }: Pick<Report, 'known'>): CommonArguments {
  return { outlet: known.publisher.value, copy: known.text.value ?? '' };
}

/**
 * @throws SyntaxError if a text is not valid ICU MessageFormat, which checked content rules out.
 */
export function parseMessages({ locale, texts, labels }: Messages, report: Report): ParsedMessages {
  const common = commonArguments(report);
  const parse = (text: string, own: readonly string[]): ParsedText => {
    const pattern = parsePattern(text, locale);
    const isFixed = !argumentsIn(pattern).some((name) => own.includes(name));
    return isFixed ? String(pattern.format(common)) : pattern.getAst();
  };
  const parseLabel = (text: string): string => String(parsePattern(text, locale).format(common));
  return {
    locale,
    reportDate: inWords(report.known.date.value, locale),
    parsedTexts: mapValues(texts, (text, key) => parse(text, MESSAGE_ARGUMENTS[key])),
    labels: Object.fromEntries(LABEL_GROUPS.map((group) => [group, mapValues(labels[group], parseLabel)])) as Record<
      LabelGroup,
      Readonly<Record<string, string>>
    >,
  };
}

/** @param isoDate YYYY-MM-DD */
function inWords(isoDate: string, locale: string): string {
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return dates.format(new Date(`${isoDate}T00:00:00Z`));
}

function mapValues<Key extends string, Value, Result>(
  record: Readonly<Record<Key, Value>>,
  map: (value: Value, key: Key) => Result,
): Readonly<Record<Key, Result>> {
  const entries = Object.entries(record) as [Key, Value][];
  return Object.fromEntries(entries.map(([key, value]) => [key, map(value, key)])) as Record<Key, Result>;
}
