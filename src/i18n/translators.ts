/** The bot's voice in every locale it speaks. */

import type { Report } from '../content/report.ts';
import type { Messages } from './messages.ts';
import { createTranslator, type Translator } from './translator.ts';

/** What is spoken where a reader's locale has no messages. */
export const DEFAULT_LOCALE = 'en-US';

export interface Translators {
  /** The translator for the default locale. */
  readonly default: Translator;
  /** The translator for a Discord locale; the default one where it is absent or not supported. */
  for(locale: string | undefined): Translator;
  /** All that are spoken, the default first. */
  readonly all: readonly Translator[];
}

/** @throws RangeError where the default locale is not among the messages (checked content always has it). */
export function createTranslators(messages: readonly Messages[], report: Report): Translators {
  const all = messages
    .map((one) => createTranslator(one, report))
    .sort((a, b) => Number(b.locale === DEFAULT_LOCALE) - Number(a.locale === DEFAULT_LOCALE));
  const [standard] = all;
  if (standard?.locale !== DEFAULT_LOCALE) throw new RangeError(`There are no messages for ${DEFAULT_LOCALE}.`);
  return {
    default: standard,
    for: (locale) => all.find((translator) => translator.locale === locale) ?? standard,
    all,
  };
}
