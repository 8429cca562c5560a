/** Discord sends what it never should, too much of it, or the same twice. */

import { setTimeout as wait } from 'node:timers/promises';
import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { mutated } from '../../fuzz/inputs.ts';
import { NO_LONGER, type Scenario, type Stage } from '../scenario.ts';

const READERS = 4;
/** How many malformed interactions, and how many malformed messages. */
const MALFORMED = 150;
const HUGE_BYTES = 5_000_000;
const DEEP_LEVELS = 100_000;
const STORM = 1_000;
/** How often the bot tells the same in a minute. */
const MOST_TOLD = 20;

/** The bot, or the library below it, says that it can't read something. */
const UNREADABLE: readonly RegExp[] = [
  /^Discord sent something that can't be read/,
  /^Failed while .+ can’t be read\.$/,
];

export const PACKET_SCENARIOS: readonly Scenario[] = [
  frames('frames that are no packets', ['', 'x', 'null', '[]', '7', '{', '{}', Buffer.from([0, 255, 7])]),
  frames('packets of a later version', [
    { op: 99 },
    { op: 0 },
    { op: 0, t: 'NEW_CREATE', d: {} },
    { op: 0, t: 'INTERACTION_CREATED', d: { id: '1' } },
  ]),
  {
    ...frames('packets without what they should have', [
      { op: 0, t: 'INTERACTION_CREATE' },
      { op: 0, t: 'INTERACTION_CREATE', d: null },
      { op: 0, t: 'MESSAGE_CREATE', d: null },
      { op: 0, t: 'MESSAGE_CREATE', d: { type: 0, content: 'why?' } },
      { op: 0, t: 'READY', d: null },
      { op: 9, d: null },
    ]),
    isShort: true,
    expected: { mayTell: UNREADABLE, mostLines: 6 },
  },
  {
    fault: `${MALFORMED} malformed interactions and as many messages`,
    async play(stage) {
      const { discord, dice } = stage;
      await stage.startAndConnect();
      const where = { user: 'Model', channel: 'model' };
      const { interaction } = await discord.slash('ask', { question: 'why no names' }, where);
      const message = discord.post('<@BOT> why no names', where);
      await discord.quiet();
      for (let count = 0; count < MALFORMED; count += 1) {
        for (const [event, kind, payload] of [
          [GatewayDispatchEvents.InteractionCreate, 'question', { ...interaction, id: String(count) }],
          [
            GatewayDispatchEvents.MessageCreate,
            'message',
            { ...message, id: String(count), channel_id: String(count) },
          ],
        ] as const)
          discord.sendEvent(event, mutated(dice, { kind, payload, said: '' }).payload as object);
      }
      await goOn(stage);
    },
    // Discord knows none of them.
    expected: {
      breaches: ['refused request', 'unknown route', 'refused payload'],
      mayTell: [...UNREADABLE, /^Failed while /, /^Discord asks to wait/],
      mostLines: 6 * MOST_TOLD,
    },
  },
  frames(
    `a packet of ${HUGE_BYTES} bytes`,
    [{ op: 0, t: 'MESSAGE_CREATE', d: { content: 'why '.repeat(HUGE_BYTES / 4) } }],
    /^Failed while replying/,
  ),
  frames(`a packet ${DEEP_LEVELS} levels deep`, ['{"op":0,"d":'.repeat(DEEP_LEVELS) + '0' + '}'.repeat(DEEP_LEVELS)]),
  {
    fault: 'each event twice',
    isShort: true,
    async play({ startAndConnect, readers }) {
      await startAndConnect();
      readers.deliverTwice();
      await readers.ask(READERS);
      await readers.mention(READERS);
    },
    expected: { lines: [/^Failed while answering .*another process with the same token .*40060/], mostLines: 1 },
  },
  {
    fault: `a storm of ${STORM} interactions`,
    isShort: true,
    isAlone: true,
    async play(stage) {
      await stage.startAndConnect();
      await stage.readers.ask(STORM);
      await goOn(stage);
    },
    expected: {
      mayRefuse: true,
      mayGiveUp: true,
      mayTell: [/^Failed while answering .*(?:timed out|too late)/, NO_LONGER],
      mostLines: 2 * MOST_TOLD + 1,
    },
  },
  {
    fault: `a storm of ${STORM} interactions while Discord fails`,
    isAlone: true,
    async play(stage) {
      await stage.startAndConnect();
      stage.discord.failNext({ match: 'POST /interactions', status: 502, times: Infinity });
      await stage.readers.ask(STORM);
      stage.discord.stopFailing();
      await goOn(stage);
    },
    expected: {
      mayRefuse: true,
      mayGiveUp: true,
      lines: [/^Failed while answering .*Discord answered 502/],
      mayTell: [/^Failed while answering .*timed out/, NO_LONGER],
      mostLines: 2 * MOST_TOLD + 1,
    },
  },
  {
    fault: '300 responses hang, and others come beside them',
    isAlone: true,
    async play(stage) {
      const { discord, readers } = stage;
      await stage.startAndConnect();
      const hung = new Set<string>();
      discord.failNext({
        match({ path }) {
          if (!path.startsWith('/interactions')) return false;
          if (hung.size < 300) hung.add(path);
          return hung.has(path);
        },
        status: 'hang',
        times: Infinity,
      });
      const hanging = readers.ask(300);
      await wait(1_000);
      const { refused } = readers.counts;
      await readers.ask(50);
      if (readers.counts.refused > refused) throw new Error('others did not get through');
      await hanging;
      discord.stopFailing();
      await goOn(stage);
    },
    expected: {
      mayRefuse: true,
      lines: [/^Failed while answering .*timed out/],
      mayTell: [NO_LONGER],
      mostLines: MOST_TOLD + 1,
    },
  },
  {
    fault: '200 mentions at once, in as many channels',
    isAlone: true,
    async play(stage) {
      await stage.startAndConnect();
      await stage.readers.mention(200);
      await goOn(stage);
    },
    expected: { mayTell: [/^Discord asks to wait/], mostLines: 2 },
  },
];

/** Sends frames as they are, and sees whether readers are answered after. */
function frames(fault: string, sent: readonly (string | Buffer | object)[], line?: RegExp): Scenario {
  return {
    fault,
    async play(stage) {
      await stage.startAndConnect();
      for (const frame of sent)
        stage.discord.sendFrame(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame));
      await goOn(stage);
    },
    expected: { lines: line ? [line] : [] },
  };
}

async function goOn({ recover, readers }: Stage): Promise<void> {
  await recover();
  await readers.mention(1);
}
