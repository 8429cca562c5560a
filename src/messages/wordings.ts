/** The bot's voice in every locale it speaks. */

import type { Report } from '../report/report.ts';
import type { Messages } from './messages.ts';
import { createWording, type Wording } from './wording.ts';

/** What is spoken where a reader's locale has no messages. */
export const DEFAULT_LOCALE = 'en-US';

export interface Wordings {
  /** The wording for a Discord locale; the default one where it is absent or not spoken. */
  in(locale: string | undefined): Wording;
  /** All that are spoken, the default first. */
  readonly all: readonly Wording[];
}

/** @throws RangeError where the default locale is not among the messages (checked content always has it). */
export function createWordings(messages: readonly Messages[], report: Report): Wordings {
  const all = messages
    .map((one) => createWording(one, report))
    .sort((a, b) => Number(b.locale === DEFAULT_LOCALE) - Number(a.locale === DEFAULT_LOCALE));
  const [standard] = all;
  if (standard?.locale !== DEFAULT_LOCALE) throw new RangeError(`There are no messages for ${DEFAULT_LOCALE}.`);
  return { in: (locale) => all.find((wording) => wording.locale === locale) ?? standard, all };
}
