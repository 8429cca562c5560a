/** The client of Discord's REST API. */

import { REST } from '@discordjs/rest';

/**
 * How often the library forgets its queues of calls that are idle: they hold channels' IDs and
 * interactions' tokens, which the bot keeps no longer than half a minute.
 */
const SWEEP_MS = 15_000;

/** @param apiUrl another server that speaks the API; Discord's own when absent */
export function createRest(token: string, apiUrl: string | undefined): REST {
  return new REST({ handlerSweepInterval: SWEEP_MS, ...(apiUrl !== undefined && { api: apiUrl }) }).setToken(token);
}
