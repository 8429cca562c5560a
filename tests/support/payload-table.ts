/** Everything that a reader can do, and the payloads that come back, by whatever way. */

import { readFileSync } from 'node:fs';
import { ComponentType, InteractionType, type APIInteraction, type Locale } from 'discord-api-types/v10';
import { expect, vi } from 'vitest';
import { isFromEntry, PRESENTATIONS, type Answer } from '../../src/answers/answer.ts';
import { customId, presentationArgs, type ComponentKind } from '../../src/discord/custom-ids.ts';
import type { Reach } from './interactions.ts';
import { startLocalDiscord, type LocalDiscord, type Where } from '../../src/bench/local-discord/index.ts';
import { bot } from './prepared.ts';

/** The payloads in every locale, as JSON, by what was done. */
export async function payloadsReached(start: Reach): Promise<Readonly<Record<string, string>>> {
  const discord = await startLocalDiscord();
  const running = await start(discord);
  const found: Record<string, string> = {};
  const doAll = async (locale: `${Locale}`): Promise<void> => {
    for (const [what, act] of ACTIONS) {
      const name = `${what}, in ${locale}`;
      // A reader and a channel of its own for each, so that nobody does too much.
      const payloads = await act(discord, { user: name, channel: name, locale, guildLocale: locale });
      // IDs differ from one local Discord to the other.
      found[name] = JSON.stringify(payloads).replace(/\d{15,}/g, 'ID');
    }
  };
  await Promise.all(bot.translators.all.map(({ locale }) => doAll(locale as `${Locale}`)));
  await running.stop();
  await discord.close();
  return found;
}

/** Does something, and returns what the bot sends for it. */
type Act = (discord: LocalDiscord, who: Doer) => Promise<unknown>;
type Doer = Where & { readonly user: string; readonly channel: string };

const ENTRY = 'airplane-mode';
const MESSAGE = '600000000000000001';
const PATIENTLY = { timeout: 30_000 };

/** Which answer to look for. All kinds, and what can be about an answer that quotes. */
const ANSWERS: Readonly<
  Record<Answer['kind'] | 'hedged' | 'basis first' | 'name not mentioned', (answer: Answer) => boolean>
> = {
  quoted: ({ kind }) => kind === 'quoted',
  not_stated: ({ kind }) => kind === 'not_stated',
  known: ({ kind }) => kind === 'known',
  not_covered: ({ kind }) => kind === 'not_covered',
  ambiguous: ({ kind }) => kind === 'ambiguous',
  unanswered: ({ kind }) => kind === 'unanswered',
  small_talk: ({ kind }) => kind === 'small_talk',
  hedged: (answer) => answer.kind === 'quoted' && answer.hedged,
  'basis first': (answer) => answer.kind === 'quoted' && answer.basisFirst,
  'name not mentioned': (answer) =>
    (isFromEntry(answer) || answer.kind === 'not_covered') && answer.notMentioned.length > 0,
};

/** The custom_id of each kind of button and menu, and what is chosen in a menu. */
const COMPONENTS: Readonly<Record<ComponentKind, readonly [id: string, chosen?: string]>> = {
  choose: ['choose', ENTRY],
  other: [customId('other', ENTRY), 'banned-apps'],
  page: [customId('page', ENTRY, 0)],
  context: [customId('context', ENTRY, 0, 0)],
  cite: [customId('cite', ENTRY, 0, 0)],
  related: [customId('related', ENTRY)],
  share: [customId('share', ENTRY)],
  delete: ['delete'],
  post: [customId('post', ENTRY, MESSAGE)],
  browse: ['browse', 'arrests'],
  topic: [customId('topic', 'arrests', 1)],
};

/** Looked through for one that is answered in some way, whatever the matcher has learned. */
const questions = ['questions', 'strangers'].flatMap((name) =>
  readFileSync(new URL(`../data/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly q: string }).q),
);

const ACTIONS: readonly (readonly [string, Act])[] = [
  ...Object.entries(ANSWERS).map(
    ([kind, is]) => [`asks, and the answer is: ${kind}`, asking(questionFor(is))] as const,
  ),
  ['asks in public', asking(ENTRY, { private: false })],
  ['asks nothing', asking(' ')],
  ['is suggested questions', (discord, who) => discord.autocomplete('ask', 'question', 'police', who)],
  ['is suggested featured questions', (discord, who) => discord.autocomplete('ask', 'question', '', who)],
  ['is suggested no question', (discord, who) => discord.autocomplete('ask', 'question', 'zzzz', who)],
  ['is suggested paragraphs', (discord, who) => discord.autocomplete('passage', 'number', 'wechat', who)],
  ['browses', async (discord, who) => (await discord.slash('browse', {}, who)).callback],
  ['reads about the report', async (discord, who) => (await discord.slash('report', {}, who)).callback],
  ...['4', 'wechat', 'police', 'zzzz', '99'].map(
    (number) => [`looks for paragraph ${number}`, reading(number)] as const,
  ),
  ['asks about a message', onMessage('I read it yesterday. Why does CNN not name the protesters?')],
  ['asks about a message of nothing', onMessage('')],
  ['asks about a message where only the reader has the bot', onMessage('Why no names?', { install: 'user' })],
  ...Object.entries(COMPONENTS).map(([kind, [id, chosen]]) => [`uses: ${kind}`, using(id, chosen)] as const),
  ...PRESENTATIONS.flatMap((presentation) =>
    [
      customId('page', ENTRY, 0, ...presentationArgs(presentation)),
      customId('share', ENTRY, ...presentationArgs(presentation)),
      customId('post', ENTRY, MESSAGE, ...presentationArgs(presentation)),
    ].map((id) => [`uses: ${id}`, using(id)] as const),
  ),
  ['goes back to all topics', using('browse')],
  ['uses a button that nobody made', using('nonsense:1')],
  ['posts where the bot may not', using(customId('post', ENTRY, MESSAGE), undefined, () => ({ app_permissions: '0' }))],
  ['posts where they may not', using(customId('post', ENTRY, MESSAGE), undefined, withoutRights)],
  [
    'posts where only the reader has the bot',
    using(customId('post', ENTRY, MESSAGE), undefined, undefined, { install: 'user' }),
  ],
  ['posts a reply', posting],
  ['deletes what somebody else asked', deleting('somebody else')],
  ['deletes their own', deleting()],
  ['uses a command of another version', altered({ data: { id: '1', type: 1, name: 'gone' } })],
  ['fills in a form that nobody made', altered({ type: InteractionType.ModalSubmit })],
];

function questionFor(is: (answer: Answer) => boolean): string {
  const question = ['hello', ...questions].find((one) => is(bot.answerer.ask(one)));
  if (question === undefined) throw new Error(`No labeled question is answered so: ${is.toString()}`);
  return question;
}

function asking(question: string, options: { readonly private?: boolean } = {}): Act {
  return async (discord, who) => (await discord.slash('ask', { question, ...options }, who)).callback;
}

function reading(number: string): Act {
  return async (discord, who) => (await discord.slash('passage', { number }, who)).callback;
}

function onMessage(text: string, where: Where = {}): Act {
  return async (discord, who) => {
    const message = discord.post(text, { channel: who.channel, ...where });
    return (await discord.messageMenu('Ask the report', message, { ...who, ...where })).callback;
  };
}

/** Uses any button, or chooses from any menu, on an answer. */
function using(
  id: string,
  chosen?: string,
  change: (interaction: APIInteraction) => object = () => ({}),
  where: Where = {},
): Act {
  const data =
    chosen === undefined
      ? { component_type: ComponentType.Button, custom_id: id }
      : { component_type: ComponentType.StringSelect, custom_id: id, values: [chosen] };
  return async (discord, who) => {
    const asked = await discord.slash('ask', { question: ENTRY }, { ...who, ...where });
    const alter = (interaction: APIInteraction): unknown => ({ ...interaction, data, ...change(interaction) });
    return (await discord.press(asked, /^cite/, { ...who, alter })).callback;
  };
}

function withoutRights({ member }: APIInteraction): object {
  return { member: { ...member, permissions: '0' } };
}

function altered(change: object): Act {
  return async (discord, who) =>
    (await discord.slash('report', {}, { ...who, alter: (interaction) => ({ ...interaction, ...change }) })).callback;
}

/** Also what is posted once the response is out. */
async function posting(discord: LocalDiscord, who: Doer): Promise<unknown> {
  const message = discord.post('Why does CNN not name the protesters?', { channel: who.channel });
  const asked = await discord.messageMenu('Ask the report', message, who);
  const pressed = await discord.press(asked, /^post/, who);
  await vi.waitFor(() => expect(pressed.posted).toHaveLength(1), PATIENTLY);
  return [pressed.callback, pressed.posted.map(({ components, message_reference: to }) => ({ components, to }))];
}

function deleting(user?: string): Act {
  return async (discord, who) => {
    const asked = await discord.slash('ask', { question: ENTRY, private: false }, who);
    const pressed = await discord.press(asked, /^delete/, { ...who, user: user ?? who.user });
    if (user === undefined) await vi.waitFor(() => expect(asked.isDeleted).toBe(true), PATIENTLY);
    return pressed.callback;
  };
}
