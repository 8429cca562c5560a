/** The bot as it is built: the prepared file of this checkout, which `npm test` makes afresh where content or source have changed. */

import { readPrepared, restore } from '../../src/prepared.ts';

export const prepared = await readPrepared(new URL('../../dist/prepared.json', import.meta.url));
export const bot = restore(prepared);
