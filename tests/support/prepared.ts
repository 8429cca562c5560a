/** The bot as it is built: the prepared file of this checkout, which `npm test` makes afresh where content or source have changed. */

import { createBot } from '../../src/bot/bot.ts';
import { readPrepared } from '../../src/bot/prepared.ts';

export const prepared = await readPrepared(new URL('../../dist/prepared.json', import.meta.url));
export const bot = createBot(prepared);
