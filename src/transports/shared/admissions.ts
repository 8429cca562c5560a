/** Who is answered now, and who has to wait, so that nobody keeps the bot from the others. */

import type { APIInteraction } from 'discord-api-types/v10';
import { createAllowance } from '../../discord/allowance.ts';
import { createCooldown, type Admission } from '../../discord/cooldown.ts';
import { userIdOf } from '../../discord/user-id.ts';
import { forgetInTime } from './forget-in-time.ts';

export interface Admissions {
  /** Whether an interaction is within its reader's allowance. */
  readonly interaction: (interaction: APIInteraction) => boolean;
  /**
   * Ignores what is past its reader's allowance, since nothing private could be said about it,
   * until its channel is told of a cooldown.
   * @param waiting how many replies to messages are under way, in all channels
   */
  readonly message: (channel: string, reader: string, waiting: number) => Admission;
}

export function createAdmissions(): Admissions {
  const allowance = createAllowance();
  const cooldown = createCooldown();
  const forgetReaders = forgetInTime(allowance);
  const forgetChannels = forgetInTime(cooldown);
  return {
    interaction(interaction) {
      const user = userIdOf(interaction);
      if (user === undefined) return true; // malformed, so that no reader waits for the answer
      const isAdmitted = allowance.admit(user, interaction, performance.now());
      forgetReaders();
      return isAdmitted;
    },
    message(channel, reader, waiting) {
      const now = performance.now();
      const admission = cooldown.admit(channel, waiting, now);
      forgetChannels();
      if (admission !== 'answer') return admission;
      const isAdmitted = allowance.admitMessage(reader, now);
      forgetReaders();
      return isAdmitted ? 'answer' : 'ignore';
    },
  };
}
