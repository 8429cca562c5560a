/**
 * Holds every reply that the content can lead to, and every command, to Discord's limits, so that
 * none is refused in front of a reader.
 */

import { answerFrom, contextOf, notCovered, type Answer } from '../answers/answer.ts';
import { SMALL_TALK } from '../answers/conversation.ts';
import type { ReportAndFaq } from '../bot/bot.ts';
import type { ContentIssue } from '../content/content-issue.ts';
import type { Content } from '../content/content.ts';
import { quotationsOf, type Entry } from '../content/faq.ts';
import type { Lexicon } from '../content/lexicon-file.ts';
import { checkCommand, checkMessage } from '../discord/check-limits.ts';
import { COMMANDS } from '../discord/commands/index.ts';
import { answerCard, type CardOptions } from '../discord/views/answer-card.ts';
import { citationPages } from '../discord/views/citation-card.ts';
import { contextPages } from '../discord/views/context-card.ts';
import type { MessageBody } from '../discord/views/message.ts';
import { passageCard } from '../discord/views/passage-card.ts';
import { quotationPages } from '../discord/views/quotations.ts';
import { relatedCard } from '../discord/views/related-card.ts';
import { reportCard } from '../discord/views/report-card.ts';
import { topicList, topicPages } from '../discord/views/topics.ts';
import type { Messages } from '../i18n/messages.ts';
import { parseMessages } from '../i18n/parsed-messages.ts';
import type { Translator } from '../i18n/translator.ts';
import { createTranslators, type Translators } from '../i18n/translators.ts';
import { MAX_CHOICES } from '../matcher/index.ts';

/**
 * @returns an issue for each reply or command that Discord would refuse, in any supported locale.
 */
export function checkReplies(content: Content, messages: readonly Messages[]): readonly ContentIssue[] {
  const parsed = messages.map((ofLocale) => parseMessages(ofLocale, content.report));
  const translators = createTranslators(parsed, content.report);
  return messages.flatMap(({ locale, file }) => {
    const translator = translators.for(locale);
    return [
      ...checkCommands(translators, translator, file),
      ...content.faq.entries.flatMap((entry) => checkEntry(entry, content, translator)),
      ...checkOtherReplies(content, translator, file),
    ];
  });
}

function checkCommands(translators: Translators, { locale }: Translator, file: string): readonly ContentIssue[] {
  return COMMANDS.flatMap((command) =>
    checkCommand(command.define(translators), locale).map((problem) => ({
      file,
      message: `The command ${command.name} could not be registered (${locale}): ${problem}.`,
    })),
  );
}

function checkEntry(entry: Entry, { report, faq, lexicon }: Content, translator: Translator): readonly ContentIssue[] {
  const replies = repliesAbout(entry, { report, faq }, translator, longestNames(lexicon));
  return replies.flatMap(checkMessage).map((problem) => ({
    file: `faq/${entry.topic}.yaml`,
    entry: entry.id,
    message: `A reply could not be sent (${translator.locale}): ${problem}. Quote fewer passages or single sentences, or shorten the bot’s messages.`,
  }));
}

function checkOtherReplies(
  { report, faq, lexicon }: Content,
  translator: Translator,
  file: string,
): readonly ContentIssue[] {
  const replies = otherReplies({ report, faq }, translator, longestNames(lexicon));
  return replies.flatMap(checkMessage).map((problem) => ({
    file,
    message: `A reply could not be sent (${translator.locale}): ${problem}. Shorten the bot’s messages.`,
  }));
}

/**
 * Every reply that shows the entry, with the longest menus.
 * @param names what the answers say that the report does not mention
 */
export function repliesAbout(
  entry: Entry,
  source: ReportAndFaq,
  translator: Translator,
  names: readonly string[] = [],
): readonly MessageBody[] {
  const quotations = quotationsOf(entry);
  const context = contextOf(entry);
  const pages = Math.max(1, quotationPages(quotations, source.report, translator, { context }).length);
  return [
    ...Array.from({ length: pages }, (_, page) => entryCards(entry, page, source, translator, names)).flat(),
    ...quotations.flatMap((_, index) => [
      ...contextPages(entry, index, source, translator),
      ...citationPages(entry, index, source, translator),
    ]),
    relatedCard(entry, source, translator),
  ];
}

/**
 * Every other reply but notices, with the longest menus.
 * @param names what the answers say that the report does not mention
 */
export function otherReplies(
  source: ReportAndFaq,
  translator: Translator,
  names: readonly string[] = [],
): readonly MessageBody[] {
  const { report, faq } = source;
  const longest = longestQuestions(faq.entries);
  const answers: readonly Answer[] = [
    { kind: 'ambiguous', candidates: longest },
    { kind: 'unanswered' },
    ...SMALL_TALK.map((about) => ({ kind: 'small_talk', about }) as const),
    notCovered(undefined, 1, longest, names),
  ];
  return [
    ...allOptions(translator).flatMap((options) =>
      answers.map((answer) => answerCard(answer, source, translator, options)),
    ),
    ...report.passages.map((passage) => passageCard(passage, source, translator, 'public')),
    reportCard(source, translator, 'public'),
    topicList(source, translator),
    ...faq.topics.flatMap((topic) => topicPages(topic, source, translator)),
  ];
}

function entryCards(
  entry: Entry,
  page: number,
  { report, faq }: ReportAndFaq,
  translator: Translator,
  names: readonly string[],
): readonly MessageBody[] {
  return answersWith(entry, longestQuestions(faq.entries), names).flatMap((answer) =>
    allOptions(translator).map((options) => answerCard(answer, { report, faq }, translator, { ...options, page })),
  );
}

/** Each answer that shows the entry. Only one that quotes can be hedged, or come closest. */
function answersWith(entry: Entry, candidates: readonly Entry[], notMentioned: readonly string[]): readonly Answer[] {
  const own = answerFrom(entry, 1, candidates, { notMentioned });
  if (own.kind !== 'quoted') return [own];
  const quoted = [false, true].flatMap((hedged) =>
    [false, true].map((basisFirst) => answerFrom(entry, 1, candidates, { hedged, basisFirst, notMentioned })),
  );
  return [...quoted, notCovered(entry, 1, candidates, notMentioned)];
}

/** Each way in which a card is sent, with ids as long as Discord's get. */
function allOptions(translator: Translator): readonly CardOptions[] {
  const id = '9'.repeat(20);
  const link = `https://discord.com/channels/${id}/${id}/${id}`;
  return [
    { visibility: 'private' },
    { visibility: 'private', postTo: { message: id, asReply: true } },
    { visibility: 'private', postTo: { message: id, asReply: false } },
    { visibility: 'public', owner: id, intro: translator.t('post.by', { user: `<@${id}>` }) },
    { visibility: 'public', intro: translator.t('post.linked', { link }) },
  ];
}

/** The worst that a menu can be given. */
function longestQuestions(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) => b.question.length - a.question.length).slice(0, MAX_CHOICES);
}

/** The longest first: a card shows only the first few. */
function longestNames({ names }: Lexicon): readonly string[] {
  return names.map(([name = '']) => name).sort((a, b) => b.length - a.length);
}
