/** The translators of all supported locales. */

import type { Report } from '../content/report.ts';
import type { ParsedMessages } from './parsed-messages.ts';
import { createTranslator, type Translator } from './translator.ts';

/** Used for readers whose own locale is not supported. */
export const DEFAULT_LOCALE = 'en-US';

export interface Translators {
  /** The translator for the default locale. */
  readonly default: Translator;
  /**
   * The translator for a Discord locale, or the default one if the locale is absent or not
   * supported.
   */
  for(locale: string | undefined): Translator;
  /** One for each supported locale, the default first. */
  readonly all: readonly Translator[];
}

/** @throws RangeError if the default locale is missing (checked content always has it). */
export function createTranslators(messages: readonly ParsedMessages[], report: Report): Translators {
  const translators = messages.map((ofLocale) => createTranslator(ofLocale, report));
  const standard = translators.find(({ locale }) => locale === DEFAULT_LOCALE);
  if (!standard) throw new RangeError(`There are no messages for ${DEFAULT_LOCALE}.`);
  const all = [standard, ...translators.filter((translator) => translator !== standard)];
  const byLocale = new Map(all.map((translator) => [translator.locale, translator]));
  return {
    default: standard,
    for: (locale) => byLocale.get(locale ?? DEFAULT_LOCALE) ?? standard,
    all,
  };
}
