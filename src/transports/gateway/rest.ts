/** The client of Discord's REST API. */

import { REST } from '@discordjs/rest';

/** @param apiUrl another server that speaks the API; Discord's own when absent */
export function createRest(token: string, apiUrl: string | undefined): REST {
  return new REST(apiUrl === undefined ? {} : { api: apiUrl }).setToken(token);
}
