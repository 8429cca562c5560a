/** Program: the bot. With a token it answers on Discord, without one in the terminal. */

import { untilToldToStop } from './stop.ts';

const toldToStop = untilToldToStop(); // first of all, as loading the rest takes a moment
const { runBot } = await import('./run-bot.ts');
await runBot(toldToStop);
