/**
 * `/browse` lists the topics. Always private: paging through questions would only fill the channel.
 */

import { ApplicationCommandType } from 'discord-api-types/v10';
import { localeFor } from '../locale.ts';
import { topicList } from '../views/topics.ts';
import { baseCommand, type SlashCommand } from './command.ts';

export const browse: SlashCommand = {
  type: ApplicationCommandType.ChatInput,
  name: 'browse',
  define: (translators) => baseCommand('browse', 'command.browse', translators),
  run: (interaction, bot) => topicList(bot, bot.translators.for(localeFor(interaction, 'private'))),
};
