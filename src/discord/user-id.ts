/** Who uses the bot. */

import type { APIInteraction } from 'discord-api-types/v10';

/** The reader's user id, which Discord puts in one place in servers and in another elsewhere. */
export function userIdOf({ member, user }: APIInteraction): string | undefined {
  return (member?.user ?? user)?.id;
}
