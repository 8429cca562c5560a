/** A short message in the bot's own voice. */

import { message, text, type MessageBody, type Visibility } from './message.ts';

export function notice(words: string, visibility: Visibility): MessageBody {
  return message([text(words)], visibility);
}
