/** Posts callbacks of interactions with undici, over connections that stay open. */

import { Pool } from 'undici';

/** How many connections a twin opens: more cost more and answer no sooner. */
const CONNECTIONS = 8;

/** @param apiUrl the API's address, without its version */
export function createCallbacks(
  apiUrl: string,
): (interaction: { readonly id: string; readonly token: string }, body: object) => Promise<void> {
  const { origin, pathname } = new URL(apiUrl);
  const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1 });
  const headers = { 'content-type': 'application/json' };
  return async ({ id, token }, body) => {
    const path = `${pathname}/v10/interactions/${id}/${token}/callback`;
    const answer = await pool.request({ method: 'POST', path, headers, body: JSON.stringify(body) });
    await answer.body.dump();
  };
}
