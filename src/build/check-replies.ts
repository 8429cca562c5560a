/** Holds every reply that the content can lead to against Discord's limits, so that none is refused in front of a reader. */

import { InteractionType, type APIInteraction } from 'discord-api-types/v10';
import { MOST_CANDIDATES, type Answer } from '../answers/answer.ts';
import type { Answerer } from '../answers/answerer.ts';
import { DEFAULT_SETTINGS, type Bot } from '../bot/bot.ts';
import { answerCard } from '../discord/views/answer-card.ts';
import { customId } from '../discord/custom-ids.ts';
import type { MessageBody } from '../discord/views/message.ts';
import { overLimits } from '../discord/check-limits.ts';
import { respond } from '../discord/respond.ts';
import type { Translator } from '../i18n/translator.ts';
import type { Translators } from '../i18n/translators.ts';
import type { Content } from '../content/content.ts';
import { quotationsOf, type Entry } from '../content/faq.ts';
import type { ContentIssue } from '../content/content-issue.ts';

export function replyIssues({ report, faq }: Content, translators: Translators): readonly ContentIssue[] {
  const longest = longestQuestions(faq.entries);
  const answerOf = (entry: Entry): Answer => ({ kind: kindOf(entry), entry, confidence: 1, candidates: longest });
  const bot: Bot = { report, faq, translators, settings: DEFAULT_SETTINGS, answerer: choosing(faq.entries, answerOf) };

  return translators.all.flatMap((translator) => [
    ...faq.entries.flatMap((entry) => [
      ...cardsOf(answerOf(entry), translator).flatMap((card) => issuesOf(card, translator, entry)),
      ...pressesOf(entry).flatMap((id) => issuesOf(pressed(id, bot, translator), translator, entry)),
    ]),
    ...cardsOf({ kind: 'ambiguous', candidates: longest }, translator).flatMap((card) => issuesOf(card, translator)),
    ...cardsOf({ kind: 'unanswered' }, translator).flatMap((card) => issuesOf(card, translator)),
    ...report.passages.flatMap(({ number }) =>
      issuesOf(commanded('passage', String(number), bot, translator), translator),
    ),
    ...['browse', 'report'].flatMap((name) => issuesOf(commanded(name, '', bot, translator), translator)),
    ...faq.topics.flatMap(({ id }) => issuesOf(pressed(customId('topic', id, 0), bot, translator), translator)),
  ]);

  function cardsOf(answer: Answer, translator: Translator): readonly MessageBody[] {
    return (['private', 'public'] as const).map((visibility) => answerCard(answer, bot, translator, { visibility }));
  }
}

function issuesOf(body: MessageBody, translator: Translator, entry?: Entry): readonly ContentIssue[] {
  return overLimits(body).map((problem) => ({
    file: entry ? `faq/${entry.topic}.yaml` : `locales/${translator.locale}.yaml`,
    ...(entry ? { entry: entry.id } : {}),
    message: `A reply (${translator.locale}) could not be sent: ${problem}. Quote fewer passages or single sentences, or shorten what the bot says.`,
  }));
}

/** The presses of an entry's card that show quotations or questions. */
function pressesOf(entry: Entry): readonly string[] {
  const places = quotationsOf(entry).map((_, place) => place);
  return [
    ...places.flatMap((place) => [customId('context', entry.id, place), customId('cite', entry.id, place)]),
    ...(entry.related.length > 0 ? [customId('related', entry.id)] : []),
  ];
}

function pressed(id: string, bot: Bot, translator: Translator): MessageBody {
  return replied(
    { type: InteractionType.MessageComponent, data: { custom_id: id, component_type: 2 } },
    bot,
    translator,
  );
}

function commanded(name: string, value: string, bot: Bot, translator: Translator): MessageBody {
  return replied(
    {
      type: InteractionType.ApplicationCommand,
      data: { type: 1, name, options: [{ name: 'number', type: 3, value }] },
    },
    bot,
    translator,
  );
}

/** As far as these replies read an interaction. */
function replied(interaction: object, bot: Bot, translator: Translator): MessageBody {
  const { response } = respond({ ...interaction, locale: translator.locale } as APIInteraction, bot);
  return (response as unknown as { readonly data: MessageBody }).data;
}

/** An answerer that knows which entry was chosen, and needs no matcher. */
function choosing(entries: readonly Entry[], answerOf: (entry: Entry) => Answer): Answerer {
  const choose = (id: string): Answer | undefined => entries.filter((entry) => entry.id === id).map(answerOf)[0];
  const unasked = (): never => {
    throw new Error('Nothing is asked while replies are checked.');
  };
  return { choose, ask: unasked, askIn: unasked, explain: unasked, suggest: () => [] };
}

function kindOf(entry: Entry): 'quoted' | 'not_stated' {
  return entry.answer.kind === 'quoted' ? 'quoted' : 'not_stated';
}

/** The worst that a menu can be offered. */
function longestQuestions(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) => b.question.length - a.question.length).slice(0, MOST_CANDIDATES);
}
