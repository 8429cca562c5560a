/**
 * All that the bot can say: every reply that the content leads to, drawn without any reader. What
 * else a reply says would be a reader's or an invented word.
 */

import type { Bot } from '../../bot/bot.ts';
import { otherReplies, repliesAbout } from '../../build/check-replies.ts';
import type { Report } from '../../content/report.ts';
import { ALLOWANCE } from '../../discord/allowance.ts';
import { escapeMarkdown } from '../../discord/views/markdown.ts';
import type { MessageBody } from '../../discord/views/message.ts';
import { MESSAGE_ARGUMENTS, type MessageKey } from '../../i18n/messages.ts';
import type { Translator } from '../../i18n/translator.ts';

/** Texts as Discord is sent them, with `#` in place of each ID, and of `@me`. */
export interface OwnWords {
  /** Whole texts, labels, placeholders, and what menus and suggestions offer. */
  readonly texts: ReadonlySet<string>;
  /** Lines that name what the report does not mention. An answer may have some in its text. */
  readonly lines: ReadonlySet<string>;
  /** What is wrong with the texts themselves. */
  readonly faults: readonly string[];
}

/** @param names those that the bot may say are not mentioned */
export function ownWordsOf(bot: Bot, names: readonly string[]): OwnWords {
  const replies = bot.translators.all.flatMap((translator) => [
    ...bot.faq.entries.flatMap((entry) => repliesAbout(entry, bot, translator)),
    ...otherReplies(bot, translator),
  ]);
  const shown = new Set(replies.flatMap((reply) => shownIn(reply).map(withoutIds)));
  const notices = bot.translators.all.flatMap((translator) => noticesOf(bot.report, translator));
  const questions = bot.faq.entries.map(({ question }) => question);
  const texts = new Set([...shown, ...notices, ...questions]);
  const lines = new Set(
    bot.translators.all.flatMap(({ t }) =>
      names.map((name) => t('reply.notMentioned', { name: escapeMarkdown(name) })),
    ),
  );
  return { texts, lines, faults: [...texts, ...lines].flatMap((text) => faultsOf(text, bot.report)) };
}

/** Everything in a message that a reader sees. */
export function shownIn({ components }: Pick<MessageBody, 'components'>): readonly string[] {
  return components.flatMap(shownBy);
}

export function withoutIds(text: string): string {
  return text.replace(/\d{15,22}|(?<=channels\/)@me/g, '#');
}

/** The parts of a component, at any depth, whose words are shown. */
function shownBy(component: unknown): readonly string[] {
  if (Array.isArray(component)) return component.flatMap(shownBy);
  if (typeof component !== 'object' || component === null) return [];
  return Object.entries(component).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? (NOT_SHOWN.includes(key) ? [] : [value]) : shownBy(value),
  );
}

/** Fields that only programs read; the first two are held to their form. */
export const NOT_SHOWN: readonly string[] = ['custom_id', 'value', 'message_id', 'channel_id'];

/** What is said outside of cards, in one locale. */
function noticesOf({ passages }: Report, translator: Translator): readonly string[] {
  const plain = (Object.keys(MESSAGE_ARGUMENTS) as MessageKey[]).filter((key) => MESSAGE_ARGUMENTS[key].length === 0);
  const count = passages.length;
  return [
    ...plain.map((key) => (translator.t as (key: MessageKey) => string)(key)),
    translator.t('passage.none', { count }),
    translator.t('passage.noWords', { count }),
    translator.t('reply.tooMany', ALLOWANCE),
    ...['View Channel', 'Send Messages', 'Send Messages in Threads', 'Read Message History'].map((permission) =>
      translator.t('post.missing', { permission }),
    ),
  ];
}

/** Written from Discord's rules, not from the code that makes the texts. */
function faultsOf(text: string, { passages, known }: Report): readonly string[] {
  const lines = text.split('\n').filter((line) => line.startsWith('> '));
  const quoted = lines.map((line) => line.slice(2).replace(/\\([^0-9A-Za-z\s])/g, '$1')).join('\n');
  const links = text.match(/\w+:\/\/[\w.~%#?&=+@:/-]*[\w#/]|\bdiscord\.gg\/\S+/g) ?? [];
  const allowed = [known.address.value, 'https://discord.com/channels/#/#/#'];
  return [
    ...(lines.length > 0 && !passages.some((passage) => passage.text.includes(quoted))
      ? [`“${quoted}” is in no passage`]
      : []),
    ...links.filter((link) => !allowed.includes(link)).map((link) => `${link} is no configured address`),
  ];
}
