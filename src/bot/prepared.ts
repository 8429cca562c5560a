/** Everything the bot needs at run time, checked and trained ahead of it. */

import type { Faq } from '../content/faq.ts';
import type { Report } from '../content/report.ts';
import type { Messages } from '../i18n/messages.ts';
import type { MatcherData } from '../matcher/index.ts';

export interface Prepared {
  readonly report: Report;
  readonly faq: Faq;
  readonly messages: readonly Messages[];
  readonly matcher: MatcherData;
}
