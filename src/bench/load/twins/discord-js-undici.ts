/** Program: a bot of discord.js with a constant reply, which posts its callbacks with undici. */

import { Client, Events, Routes } from 'discord.js';
import { createCallbacks } from './callbacks.ts';
import { API_URL, BOT_TOKEN, CHOICES, COMMANDS, INTENTS, REPLY } from './constant.ts';

const client = new Client({ intents: INTENTS, rest: { api: API_URL } });
const post = createCallbacks(API_URL);
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isAutocomplete()) void post(interaction, CHOICES);
  else if (interaction.isChatInputCommand()) void post(interaction, REPLY);
});
client.once(Events.ClientReady, ({ application, rest }) => {
  void rest.put(Routes.applicationCommands(application.id), { body: COMMANDS });
});
await client.login(BOT_TOKEN);
