/** What Discord may hand to the bot: interactions and messages, well formed and not. */

import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import { PRESENTATIONS } from '../../answers/answer.ts';
import { COMPONENT_KINDS, NO_ENTRY } from '../../discord/custom-ids.ts';
import type { Dice } from './dice.ts';
import { randomText, type Vocabulary } from './texts.ts';

export interface Input {
  readonly kind: 'question' | 'keys' | 'press' | 'menu' | 'message';
  /** As Discord would send it, or `mutated`. */
  readonly payload: unknown;
  /** All that the reader wrote. */
  readonly said: string;
}

/** The bot's own user ID in messages that mention it. */
export const BOT_ID = '900000000000000001';

/** A question has at most so many characters, and a message. Source: Discord. */
const QUESTION_LENGTH = 500;
const MESSAGE_LENGTH = 4_000;

/**
 * A word that is in no content, put into most texts: it would show where the bot repeats a reader.
 */
export const MARK = 'zqxjwvk';

export function randomInput(dice: Dice, vocabulary: Vocabulary): Input {
  const text = (most: number): string => {
    const plain = randomText(dice, vocabulary, most);
    return dice.happens(0.3) ? `${MARK} ${plain}` : plain;
  };
  switch (dice.number(10)) {
    case 0:
    case 1:
    case 2:
      return question(dice, text);
    case 3:
    case 4:
      return keys(dice, text(QUESTION_LENGTH));
    case 5:
    case 6:
      return press(dice, vocabulary);
    case 7:
      return menu(dice, text(MESSAGE_LENGTH));
    default:
      return message(dice, text(MESSAGE_LENGTH));
  }
}

/** The same input with something in it changed to what Discord never sends. */
export function mutated(dice: Dice, input: Input): Input {
  const payload = structuredClone(input.payload);
  for (let changes = 1 + dice.number(3); changes > 0; changes -= 1) mutate(dice, payload);
  return { ...input, payload };
}

function question(dice: Dice, text: (most: number) => string): Input {
  const said = text(QUESTION_LENGTH);
  const [name, option] = dice.one([
    ['ask', 'question'],
    ['ask', 'question'],
    ['passage', 'number'],
    ['browse', 'x'],
    ['report', 'x'],
    ['weather', 'x'],
  ] as const);
  const value = name === 'passage' && dice.happens(0.5) ? String(dice.number(40) - 5) : said;
  const options = [
    { name: option, type: ApplicationCommandOptionType.String, value },
    ...(dice.happens(0.3)
      ? [{ name: 'private', type: ApplicationCommandOptionType.Boolean, value: dice.happens(0.5) }]
      : []),
  ];
  const data = { id: id(dice), type: ApplicationCommandType.ChatInput, name, options };
  return { kind: 'question', payload: interaction(dice, InteractionType.ApplicationCommand, data), said };
}

function keys(dice: Dice, said: string): Input {
  const [name, option] = dice.one([
    ['ask', 'question'],
    ['passage', 'number'],
  ] as const);
  const options = [{ name: option, type: ApplicationCommandOptionType.String, value: said, focused: true }];
  const data = { id: id(dice), type: ApplicationCommandType.ChatInput, name, options };
  return { kind: 'keys', payload: interaction(dice, InteractionType.ApplicationCommandAutocomplete, data), said };
}

function press(dice: Dice, vocabulary: Vocabulary): Input {
  const custom_id = customId(dice, vocabulary);
  const chosen = (): string => (dice.happens(0.8) ? dice.one(vocabulary.ids) : randomText(dice, vocabulary, 100));
  const data = dice.happens(0.5)
    ? { custom_id, component_type: ComponentType.Button }
    : {
        custom_id,
        component_type: ComponentType.StringSelect,
        values: Array.from({ length: dice.number(3) }, chosen),
      };
  const message = {
    id: id(dice),
    ...(dice.happens(0.5) ? { interaction_metadata: { user: { id: id(dice) } } } : {}),
  };
  const payload = { ...interaction(dice, InteractionType.MessageComponent, data), message };
  return { kind: 'press', payload, said: '' };
}

function customId(dice: Dice, vocabulary: Vocabulary): string {
  if (dice.happens(0.15)) return randomText(dice, vocabulary, 100).slice(0, 100);
  const argument = (): string =>
    dice.one([
      dice.one(vocabulary.ids),
      String(dice.number(12)),
      dice.one(PRESENTATIONS),
      NO_ENTRY,
      id(dice),
      '',
      '-1',
      '__proto__',
    ]);
  const args = Array.from({ length: dice.number(4) }, argument);
  // Most as the bot makes them: the ID of an entry or of a message first.
  const first = dice.happens(0.7) ? [dice.one([dice.one(vocabulary.ids), id(dice)])] : [];
  return [dice.one(COMPONENT_KINDS), ...first, ...args].join(':').slice(0, 100);
}

function menu(dice: Dice, said: string): Input {
  const target = id(dice);
  const data = {
    id: id(dice),
    type: ApplicationCommandType.Message,
    name: 'Ask the report',
    target_id: target,
    resolved: { messages: { [target]: { id: target, content: said } } },
  };
  return { kind: 'menu', payload: interaction(dice, InteractionType.ApplicationCommand, data), said };
}

function message(dice: Dice, said: string): Input {
  const isDirect = dice.happens(0.4);
  const content = isDirect ? said : `<@${BOT_ID}> ${said}`;
  const payload = {
    id: id(dice),
    channel_id: id(dice),
    ...(isDirect ? {} : { guild_id: id(dice) }),
    type: dice.one([0, 0, 0, 19, 7]),
    author: { id: id(dice), username: MARK, global_name: MARK, ...(dice.happens(0.05) ? { bot: true } : {}) },
    content,
  };
  return { kind: 'message', payload, said };
}

/** What all interactions have in common: in servers, direct messages, and private channels. */
function interaction(dice: Dice, type: InteractionType, data: object): object {
  const user = { id: id(dice), username: MARK, global_name: MARK };
  const isInServer = dice.happens(0.7);
  const bits = (): string => dice.one(['0', '2048', '8', String(2n ** 53n - 1n)]);
  return {
    id: id(dice),
    application_id: BOT_ID,
    token: `${MARK}-token`,
    version: 1,
    type,
    data,
    locale: dice.one(['en-US', 'es-ES', 'zh-CN', 'zh-TW', 'fr', 'xx']),
    channel: { id: id(dice), type: dice.one([0, 1, 3, 11]), name: MARK },
    ...(isInServer ? { guild_id: id(dice), guild_locale: dice.one(['en-US', 'es-ES']) } : {}),
    ...(isInServer ? { member: { user, nick: MARK, permissions: bits() } } : { user }),
    app_permissions: bits(),
    authorizing_integration_owners: dice.one([{ 0: id(dice) }, { 1: id(dice) }, { 0: '0', 1: id(dice) }]),
    entitlements: [],
  };
}

function id(dice: Dice): string {
  return String(500_000_000_000_000_000n + BigInt(dice.number(2 ** 31)));
}

/** What takes the place of a value: all that JSON can hold. */
const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  Number.MAX_VALUE,
  99,
  '',
  MARK,
  '__proto__',
  '9'.repeat(5_000),
  [],
  {},
  [null],
  { type: 3 },
  [[[[]]]],
];

function mutate(dice: Dice, payload: unknown): void {
  const places = placesIn(payload);
  if (places.length === 0) return;
  const { parent, key } = dice.one(places);
  if (dice.happens(0.3)) remove(parent, key);
  else parent[key] = structuredClone(dice.one(ODD_VALUES));
}

function remove(parent: object, key: string): void {
  if (Array.isArray(parent))
    parent.splice(Number(key), 1); // JSON has no lists with holes
  else Reflect.deleteProperty(parent, key);
}

interface ValuePlace {
  readonly parent: Record<string, unknown>;
  readonly key: string;
}

/** Every value in the payload, however deep. */
function placesIn(payload: unknown): readonly ValuePlace[] {
  if (typeof payload !== 'object' || payload === null) return [];
  const parent = payload as Record<string, unknown>;
  return Object.keys(parent).flatMap((key) => [{ parent, key }, ...placesIn(parent[key])]);
}
