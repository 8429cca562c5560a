/**
 * `/report` tells what the report is, where its text comes from, how to read an answer, and what is
 * kept.
 */

import { ApplicationCommandType } from 'discord-api-types/v10';
import { localeFor } from '../locale.ts';
import { reportCard } from '../views/report-card.ts';
import { baseCommand, type SlashCommand } from './command.ts';

export const report: SlashCommand = {
  type: ApplicationCommandType.ChatInput,
  name: 'report',
  define: (translators) => baseCommand('report', 'command.report', translators),
  run: (interaction, bot) => {
    const { visibility } = bot.settings;
    return reportCard(bot, bot.translators.for(localeFor(interaction, visibility)), visibility);
  },
};
