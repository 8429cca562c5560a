/** The button that deletes a public reply. Private ones have none: their reader dismisses them. */

import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import type { Translator } from '../../i18n/translator.ts';
import { customId } from '../custom-ids.ts';
import { button } from './message.ts';

/**
 * @param owner the user id of who may delete the reply, if Discord does not note on it who used the
 * command
 */
export function deleteButton(translator: Translator, owner?: string): APIButtonComponentWithCustomId {
  const id = owner === undefined ? customId('delete') : customId('delete', owner);
  return button(id, translator.t('button.delete'));
}
