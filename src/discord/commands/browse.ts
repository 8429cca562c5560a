/** /browse — topics, then their questions. Private, whatever the default: leafing through is nobody else's business. */

import { topicList } from '../views/topics.ts';
import { localeFor } from '../locale.ts';
import { everywhere, type Command } from './command.ts';

export const browse: Command = {
  name: 'browse',
  define: (translators) => everywhere('browse', 'command.browse', translators),
  run: (interaction, bot) => topicList(bot, bot.translators.for(localeFor(interaction, 'private'))),
};
