/**
 * What readers say that is no question about the report, and how they ask if something is true.
 * The words are messages, so that each language has its own.
 */

import type { MessageKey } from '../i18n/messages.ts';
import type { Translator } from '../i18n/translator.ts';

export const SMALL_TALK = ['greeting', 'thanks', 'farewell', 'identity', 'ping', 'help'] as const;
/** A greeting, thanks, …; `identity` asks who the bot is, `ping` whether it is there. */
export type SmallTalk = (typeof SMALL_TALK)[number];

export interface Conversation {
  /** What a message as a whole says; `undefined` if it is no small talk. */
  smallTalkIn(message: string): SmallTalk | undefined;
  /**
   * What a question asks to confirm or deny, in lower case and without the words for that: "police
   * called him" of "Fact check: police called him". `undefined` if it does not ask so.
   */
  claimIn(question: string): string | undefined;
}

/** @param translators those of all locales: a reader's own is not known wherever they write */
export function createConversation(translators: readonly Pick<Translator, 't'>[]): Conversation {
  const listed = (key: MessageKey & `${string}.phrases`): readonly string[] =>
    translators.flatMap(({ t }) => t(key).split(',').map(fold)).filter((phrase) => phrase !== '');
  const smallTalk = new Map(
    SMALL_TALK.flatMap((about) => listed(`smallTalk.${about}.phrases`).map((phrase) => [phrase, about] as const)),
  );
  const whetherTrue = anyOf(listed('whetherTrue.phrases'));
  return {
    smallTalkIn: (message) => smallTalk.get(fold(message)),
    claimIn(question) {
      const asked = fold(question);
      if (asked.search(whetherTrue) === -1) return undefined;
      return asked.replace(whetherTrue, ' ').replace(/ +/g, ' ').trim();
    },
  };
}

/**
 * Lower-case words and numbers with one space between them, without accents and apostrophes. A
 * command keeps its slash, as "report" alone may be a question.
 */
function fold(text: string): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’‘\p{M}]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return text.trimStart().startsWith('/') ? `/${words}` : words;
}

/**
 * Finds phrases in folded text as whole words, except in Chinese, which has no spaces. The longest
 * come first, so that none leaves half of another behind. Folded phrases have nothing to escape.
 */
function anyOf(phrases: readonly string[]): RegExp {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  const isChinese = (phrase: string): boolean => /\p{Script=Han}/u.test(phrase);
  const spaced = longestFirst.filter((phrase) => !isChinese(phrase));
  const alternatives = [
    ...(spaced.length > 0 ? [`(?<=^| )(?:${spaced.join('|')})(?= |$)`] : []),
    ...longestFirst.filter(isChinese),
  ];
  return new RegExp(alternatives.length > 0 ? alternatives.join('|') : '(?!)', 'gu');
}
