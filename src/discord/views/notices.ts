/** Short messages in the bot's own voice. */

import type { Translator } from '../../i18n/translator.ts';
import { deleteButton } from './delete-button.ts';
import { actionRow, message, text, type MessageBody } from './message.ts';

/** A notice that only the reader sees, and dismisses. */
export function notice(words: string): MessageBody {
  return message([text(words)], 'private');
}

/**
 * A notice for the whole channel.
 * @param owner the user id of the person it answers, who can delete it
 */
export function publicNotice(words: string, owner: string, translator: Translator): MessageBody {
  return message([text(words), actionRow([deleteButton(translator, owner)])], 'public');
}
