/** What every reply is made from. */

import type { Answerer } from '../answers/answerer.ts';
import type { Wordings } from '../messages/wordings.ts';
import type { Published } from './card.ts';
import type { Visibility } from './message.ts';

export interface App {
  readonly published: Published;
  readonly answers: Answerer;
  readonly wordings: Wordings;
  /** Who sees an answer to a command when the reader does not say. */
  readonly visibility: Visibility;
}
