/** What a button or menu does when it is pressed. */

import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import type { Wording } from '../../messages/wording.ts';
import type { Entry } from '../../report/faq.ts';
import type { App } from '../app.ts';
import type { Responded } from '../responded.ts';

export interface Pressed {
  readonly interaction: APIMessageComponentInteraction;
  /** What stood in the custom_id behind the kind. Anybody can send anything: each press checks its own. */
  readonly state: readonly string[];
  /** What was chosen, for a menu. */
  readonly values: readonly string[];
  readonly app: App;
  /** In the presser's language. */
  readonly wording: Wording;
}

/** `undefined` where the state makes no sense, as that of another version: the presser is then told so. */
export type Press = (pressed: Pressed) => Responded | undefined;

export function entryIn({ app }: Pressed, id: string | undefined): Entry | undefined {
  return app.published.faq.entries.find((entry) => entry.id === id);
}
