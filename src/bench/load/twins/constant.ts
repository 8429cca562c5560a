/** What every twin is and does: a constant reply, and Pullquote's intents. */

import { GatewayIntentBits, InteractionResponseType } from 'discord-api-types/v10';
import { ENVIRONMENT, type Answers } from './environment.ts';

export const API_URL = variable('apiUrl');
export const BOT_TOKEN = variable('token');
export const { reply, choices } = JSON.parse(variable('answers')) as Answers;

/** Both as the bodies of callbacks. */
export const REPLY = { type: InteractionResponseType.ChannelMessageWithSource, data: reply };
export const CHOICES = { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } };

export const INTENTS = GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;
export const COMMANDS = [{ name: 'ask', description: 'Ask' }];

function variable(name: keyof typeof ENVIRONMENT): string {
  const value = process.env[ENVIRONMENT[name]];
  if (value === undefined) throw new Error(`${ENVIRONMENT[name]} is not set: \`npm run bench:load\` starts the twins.`);
  return value;
}
