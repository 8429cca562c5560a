/**
 * The bot as it is built: the prepared file of this checkout, which `npm test` makes again where it
 * is out of date.
 */

import { readFileSync } from 'node:fs';
import { createBot } from '../../src/bot/bot.ts';
import type { Prepared } from '../../src/bot/prepared.ts';
import { unpack } from '../../src/build/packed.ts';
import { PREPARED_FILE } from '../../src/build/prepared-file.ts';

export const prepared = unpack(Uint8Array.from(readFileSync(PREPARED_FILE))) as Prepared;
export const bot = createBot(prepared);
