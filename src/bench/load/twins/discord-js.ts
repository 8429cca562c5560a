/** Program: a bot of discord.js as its guide teaches to write one, with a constant reply. */

import { Client, Events, Routes } from 'discord.js';
import { API_URL, BOT_TOKEN, choices, COMMANDS, INTENTS, reply } from './constant.ts';

const client = new Client({ intents: INTENTS, rest: { api: API_URL } });
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isAutocomplete()) void interaction.respond(choices);
  else if (interaction.isChatInputCommand()) void interaction.reply(reply as Parameters<typeof interaction.reply>[0]);
});
client.once(Events.ClientReady, ({ application, rest }) => {
  void rest.put(Routes.applicationCommands(application.id), { body: COMMANDS });
});
await client.login(BOT_TOKEN);
