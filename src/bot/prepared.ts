/** Everything the bot needs at run time, checked and trained ahead of it. */

import type { Faq } from '../content/faq.ts';
import type { Report } from '../content/report.ts';
import type { ParsedMessages } from '../i18n/parsed-messages.ts';
import type { MatcherData } from '../matcher/index.ts';

export interface Prepared {
  readonly report: Report;
  readonly faq: Faq;
  readonly messages: readonly ParsedMessages[];
  readonly matcher: MatcherData;
}
