/** /browse — topics, then their questions. Private, whatever the default: leafing through is nobody else's business. */

import { topicList } from '../browse.ts';
import { localeFor } from '../locale.ts';
import { everywhere, type Command } from './command.ts';

export const browse: Command = {
  name: 'browse',
  define: (wordings) => everywhere('browse', 'command.browse', wordings),
  run: (interaction, { published, wordings }) => topicList(published, wordings.in(localeFor(interaction, 'private'))),
};
