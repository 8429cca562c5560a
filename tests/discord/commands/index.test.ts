import { ApplicationCommandType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { COMMANDS, definitions } from '../../../src/discord/commands/index.ts';
import { bot } from '../../support/small-bot.ts';

describe('the commands', () => {
  it('are registered under the names that Discord sends back, which never change', () => {
    expect(definitions(bot.translators).map(({ type, name }) => [type, name])).toEqual([
      [ApplicationCommandType.ChatInput, 'ask'],
      [ApplicationCommandType.ChatInput, 'browse'],
      [ApplicationCommandType.ChatInput, 'passage'],
      [ApplicationCommandType.ChatInput, 'report'],
      [ApplicationCommandType.Message, 'Ask the report'],
    ]);
    expect(COMMANDS.map(({ name }) => name)).toEqual(definitions(bot.translators).map(({ name }) => name));
  });

  it('have a name in every supported locale, and work wherever the app can be used', () => {
    for (const definition of definitions(bot.translators)) {
      expect(Object.keys(definition.name_localizations ?? {})).toEqual(bot.translators.all.map(({ locale }) => locale));
      expect(definition).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
    }
  });
});
