/** Which locale a reply is in. */

import type { APIInteraction } from 'discord-api-types/v10';
import type { Visibility } from '../bot/bot.ts';

/**
 * The reader's locale for a private reply, the server's for a public one; `undefined` if Discord
 * does not say.
 */
export function localeFor(interaction: APIInteraction, visibility: Visibility): string | undefined {
  if (visibility === 'public' && interaction.guild_locale !== undefined) return interaction.guild_locale;
  return 'locale' in interaction ? interaction.locale : undefined;
}
