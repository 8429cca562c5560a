/** Holds every reply that the content can lead to against Discord's limits, so that none is refused in front of a reader. */

import { InteractionType, type APIInteraction } from 'discord-api-types/v10';
import { MOST_CANDIDATES, type Answer } from '../answers/answer.ts';
import type { Answerer } from '../answers/answerer.ts';
import type { App } from '../discord/app.ts';
import { answerCard } from '../discord/card.ts';
import { customId } from '../discord/custom-ids.ts';
import type { MessageBody } from '../discord/message.ts';
import { overLimits } from '../discord/over-limits.ts';
import { respond } from '../discord/respond.ts';
import type { Wording } from '../messages/wording.ts';
import type { Wordings } from '../messages/wordings.ts';
import type { Content } from '../report/content.ts';
import { quotationsOf, type Entry } from '../report/faq.ts';
import type { Fault } from '../report/fault.ts';

export function replyFaults({ report, faq }: Content, wordings: Wordings): readonly Fault[] {
  const published = { report, faq };
  const longest = longestQuestions(faq.entries);
  const answerOf = (entry: Entry): Answer => ({ kind: kindOf(entry), entry, confidence: 1, candidates: longest });
  const app: App = { published, wordings, visibility: 'private', answers: choosing(faq.entries, answerOf) };

  return wordings.all.flatMap((wording) => [
    ...faq.entries.flatMap((entry) => [
      ...cardsOf(answerOf(entry), wording).flatMap((card) => faultsOf(card, wording, entry)),
      ...pressesOf(entry).flatMap((id) => faultsOf(pressed(id, app, wording), wording, entry)),
    ]),
    ...cardsOf({ kind: 'ambiguous', candidates: longest }, wording).flatMap((card) => faultsOf(card, wording)),
    ...cardsOf({ kind: 'unanswered' }, wording).flatMap((card) => faultsOf(card, wording)),
    ...report.passages.flatMap(({ number }) => faultsOf(commanded('passage', String(number), app, wording), wording)),
    ...['browse', 'report'].flatMap((name) => faultsOf(commanded(name, '', app, wording), wording)),
    ...faq.topics.flatMap(({ id }) => faultsOf(pressed(customId('topic', id, 0), app, wording), wording)),
  ]);

  function cardsOf(answer: Answer, wording: Wording): readonly MessageBody[] {
    return (['private', 'public'] as const).map((visibility) => answerCard(answer, published, wording, { visibility }));
  }
}

function faultsOf(body: MessageBody, wording: Wording, entry?: Entry): readonly Fault[] {
  return overLimits(body).map((problem) => ({
    file: entry ? `faq/${entry.topic}.yaml` : `messages/${wording.locale}.yaml`,
    ...(entry ? { entry: entry.id } : {}),
    message: `A reply (${wording.locale}) could not be sent: ${problem}. Quote fewer passages or single sentences, or shorten what the bot says.`,
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

function pressed(id: string, app: App, wording: Wording): MessageBody {
  return replied({ type: InteractionType.MessageComponent, data: { custom_id: id, component_type: 2 } }, app, wording);
}

function commanded(name: string, value: string, app: App, wording: Wording): MessageBody {
  return replied(
    { type: InteractionType.ApplicationCommand, data: { type: 1, name, options: [{ name: 'number', type: 3, value }] } },
    app,
    wording,
  );
}

/** As far as these replies read an interaction. */
function replied(interaction: object, app: App, wording: Wording): MessageBody {
  const { response } = respond({ ...interaction, locale: wording.locale } as APIInteraction, app);
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
