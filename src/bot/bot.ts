/** The one bundle of values that every transport answers with, built once at start. */

import { createAnswerer, type Answerer } from '../answers/answerer.ts';
import { createConversation } from '../answers/conversation.ts';
import type { Faq } from '../content/faq.ts';
import type { Report } from '../content/report.ts';
import { createTranslators, type Translators } from '../i18n/translators.ts';
import { loadMatcher, type Matcher, type MatcherData } from '../matcher/index.ts';
import type { Prepared } from './prepared.ts';

/** Who sees a reply to an interaction: only the reader, or everyone in the channel. */
export type Visibility = 'private' | 'public';

/** What an operator can configure about replies. */
export interface ReplySettings {
  /** Who sees the reply to a command if the reader does not choose. */
  readonly visibility: Visibility;
  /** Whether the bot can post messages of its own, which takes a token. It can unless told. */
  readonly canPost?: boolean;
}

export interface Bot {
  readonly report: Report;
  readonly faq: Faq;
  readonly answerer: Answerer;
  readonly translators: Translators;
  readonly settings: ReplySettings;
}

/** What a reply is laid out from. */
export type ReportAndFaq = Pick<Bot, 'report' | 'faq'>;

export const DEFAULT_SETTINGS: ReplySettings = { visibility: 'private' };

type Asked = Pick<Matcher, 'match' | 'explain' | 'suggest'>;

export function createBot(
  { report, faq, messages, matcher: data }: Prepared,
  settings: ReplySettings = DEFAULT_SETTINGS,
  matcher: Asked = loadMatcher(data),
): Bot {
  const translators = createTranslators(messages, report);
  return {
    report,
    faq,
    answerer: createAnswerer(faq, matcher, createConversation(translators.all)),
    translators,
    settings,
  };
}

/**
 * Has a misspelled word that is in no FAQ: whoever asks it first waits for what the matcher makes
 * to correct such words.
 */
export const ODD_QUESTION = 'Who plays the xylophqne?';

/**
 * A matcher that is loaded when something is first asked, or told to. That takes a tenth of a
 * second, which a start need not wait for.
 */
export function loadMatcherLater(data: MatcherData): Asked & { readonly load: () => void } {
  let loaded: Matcher | undefined;
  const matcher = (): Matcher => (loaded ??= loadMatcher(data));
  return {
    match: (question) => matcher().match(question),
    explain: (question) => matcher().explain(question),
    suggest: (typed, limit) => matcher().suggest(typed, limit),
    load: () => void matcher().match(ODD_QUESTION),
  };
}
