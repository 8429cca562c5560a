/** What a button or menu does when it is pressed. */

import type { APIButtonComponent, APIMessageComponentInteraction } from 'discord-api-types/v10';
import type { Translator } from '../../i18n/translator.ts';
import { quotationsOf, type Entry } from '../../content/faq.ts';
import type { Quotation } from '../../content/quotation.ts';
import type { Bot } from '../../bot/bot.ts';
import { customId, readIndex } from '../custom-ids.ts';
import { button } from '../views/message.ts';
import type { Responded } from '../reply.ts';

export interface Pressed {
  readonly interaction: APIMessageComponentInteraction;
  /** What stood in the custom_id behind the kind. Anybody can send anything: each press checks its own. */
  readonly state: readonly string[];
  /** What was chosen, for a menu. */
  readonly values: readonly string[];
  readonly bot: Bot;
  /** In the presser's language. */
  readonly translator: Translator;
}

/** `undefined` where the state makes no sense, as that of another version: the presser is then told so. */
export type Press = (pressed: Pressed) => Responded | undefined;

/** One of the quotations of an entry: the state has the entry's id, and the quotation's place from 0. */
export function quotationIn(
  pressed: Pressed,
): { readonly entry: Entry; readonly quotation: Quotation; readonly next: QuotationPlace | undefined } | undefined {
  const [id, place] = pressed.state;
  const entry = entryIn(pressed, id);
  const at = readIndex(place);
  const quotations = entry ? quotationsOf(entry) : [];
  const quotation = at === undefined ? undefined : quotations[at];
  if (!entry || at === undefined || !quotation) return undefined;
  const after = (at + 1) % quotations.length;
  const next =
    quotations.length < 2 ? undefined : { at: after, passage: quotations[after]?.passage ?? quotation.passage };
  return { entry, quotation, next };
}

/** Where another quotation of the entry stands: its place among them, and its passage. */
export interface QuotationPlace {
  readonly at: number;
  readonly passage: number;
}

export function entryIn({ bot }: Pressed, id: string | undefined): Entry | undefined {
  return bot.faq.entries.find((entry) => entry.id === id);
}

/** To the next page of what the pressed button showed, from the last to the first; none where there is one page only. Pages count from 0. */
export function turnButton(
  kind: 'context' | 'cite',
  { state, translator }: Pressed,
  page: number,
  pages: number,
): readonly APIButtonComponent[] {
  if (pages < 2) return [];
  const next = (page + 1) % pages;
  return [
    button(customId(kind, state[0] ?? '', state[1] ?? 0, next), translator.t('button.page', { page: next + 1, pages })),
  ];
}
