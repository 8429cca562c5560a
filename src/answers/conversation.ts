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
  const openings = SMALL_TALK.flatMap((about) =>
    translators
      .flatMap(({ t }) => t(`smallTalk.${about}.phrases`).split(','))
      .filter((phrase) => phrase.trimEnd().endsWith(OPENING_MARK))
      .map((phrase) => ({ about, opening: fold(phrase) })),
  );
  const whetherTrue = anyOf(listed('whetherTrue.phrases'));
  return {
    smallTalkIn(message) {
      const said = fold(message);
      const whole = smallTalk.get(said);
      if (whole !== undefined || SENTENCE_AFTER_SENTENCE.test(message)) return whole;
      return openings.find(({ opening }) => beginsWith(said, opening))?.about;
    },
    claimIn(question) {
      const asked = fold(question);
      if (asked.search(whetherTrue) === -1) return undefined;
      return asked.replace(whetherTrue, ' ').replace(/ +/g, ' ').trim();
    },
  };
}

/** At the end of a phrase: a message that begins so is meant, too, unless it is long. */
const OPENING_MARK = '…';
/** The second sentence may be a question about the report. */
const SENTENCE_AFTER_SENTENCE = /[.?!]\s+\S|[。？！]\s*\S/;
/** In UTF-16 units. What is longer may be a question about the report after all. */
const LONGEST_OPENED = 80;

function beginsWith(said: string, opening: string): boolean {
  const separator = isChinese(opening) ? '' : ' ';
  return said.length <= LONGEST_OPENED && said.startsWith(`${opening}${separator}`);
}

/** Chinese has no spaces between words. */
function isChinese(phrase: string): boolean {
  return /\p{Script=Han}/u.test(phrase);
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
 * Finds phrases in folded text as whole words, except in Chinese. The longest
 * come first, so that none leaves half of another behind. Folded phrases have nothing to escape.
 */
function anyOf(phrases: readonly string[]): RegExp {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  const spaced = longestFirst.filter((phrase) => !isChinese(phrase));
  const alternatives = [
    ...(spaced.length > 0 ? [`(?<=^| )(?:${spaced.join('|')})(?= |$)`] : []),
    ...longestFirst.filter(isChinese),
  ];
  return new RegExp(alternatives.length > 0 ? alternatives.join('|') : '(?!)', 'gu');
}
