/** What a button or select menu does. */

import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import type { Bot } from '../../bot/bot.ts';
import type { Translator } from '../../i18n/translator.ts';
import type { Reply } from '../reply.ts';

export interface ComponentContext {
  readonly interaction: APIMessageComponentInteraction;
  /**
   * What follows the kind in the custom_id. Anybody can send anything: each handler checks its own.
   */
  readonly args: readonly string[];
  /** What was chosen in a select menu; empty for a button. */
  readonly values: readonly string[];
  readonly bot: Bot;
  /** For the reader who used the component. */
  readonly translator: Translator;
}

/** Returns `undefined` if the args make no sense; the reader then gets a polite notice. */
export type ComponentHandler = (context: ComponentContext) => Reply | undefined;
