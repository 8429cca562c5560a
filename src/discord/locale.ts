/** Whose language a reply is in. */

import type { APIInteraction } from 'discord-api-types/v10';
import type { Visibility } from '../bot/bot.ts';

/** A private reply is in the reader's language, a public one in the server's. `undefined`: the default. */
export function localeFor(interaction: APIInteraction, visibility: Visibility): string | undefined {
  if (visibility === 'public' && interaction.guild_locale !== undefined) return interaction.guild_locale;
  return 'locale' in interaction ? interaction.locale : undefined;
}
