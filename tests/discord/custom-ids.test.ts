import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { InteractionResponseType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import {
  COMPONENT_KINDS,
  customId,
  parseCustomId,
  parseIndex,
  parsePresentation,
  parseSnowflake,
  presentationArgs,
} from '../../src/discord/custom-ids.ts';
import { PRESENTATIONS } from '../../src/answers/answer.ts';
import { choosing, MESSAGE, pressing, READER } from '../support/payloads.ts';
import { isOutdated, messageFor, replyFor } from '../support/replies.ts';
import { bot } from '../support/small-bot.ts';

/**
 * One id of every shape that was ever sent, with the value chosen if it is a menu's. Cards with
 * these ids stand in channels for good: add shapes, never change or remove one.
 */
const SENT = JSON.parse(readFileSync(new URL('fixtures/custom-ids.json', import.meta.url), 'utf8')) as readonly {
  readonly id: string;
  readonly value?: string;
}[];

describe('an id of a presentation that this version does not know', () => {
  it.each(['page:bridge-when:1:bold', 'share:bridge-when:bold', `post:bridge-when:${MESSAGE}:bold`, 'share:eels:'])(
    'gets the notice: %s',
    (id) => {
      expect(isOutdated(messageFor(pressing(id), bot), bot)).toBe(true);
    },
  );
});

describe('an id that was ever sent', () => {
  it.each(SENT.map(({ id, value }) => [id, value]))('is handled: %s %s', (id = '', value) => {
    const rest = { message: { id: MESSAGE, interaction_metadata: { user: { id: READER } } } };
    const interaction = value === undefined ? pressing(id, rest) : choosing(id, [value], rest);
    const { response } = replyFor(interaction, bot);
    const isDeletion = response.type === InteractionResponseType.DeferredMessageUpdate;
    expect(isDeletion || !isOutdated(messageFor(interaction, bot), bot)).toBe(true);
  });

  it('is among these for every kind', () => {
    const kinds = SENT.map(({ id }) => parseCustomId(id)?.kind);
    expect(new Set(kinds)).toEqual(new Set(COMPONENT_KINDS));
  });
});

describe('a custom_id', () => {
  it('is parsed into what it was made from', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMPONENT_KINDS), fc.array(fc.stringMatching(/^[a-z0-9-]+$/)), (kind, args) => {
        expect(parseCustomId(customId(kind, ...args))).toEqual({ kind, args });
      }),
    );
  });

  it.each(['', 'constructor', 'Choose', 'v2:context', '~'.repeat(100)])('of no known kind is not parsed: %s', (id) => {
    expect(parseCustomId(id)).toBeUndefined();
  });
});

describe('an index', () => {
  it.each([
    ['0', 0],
    ['9999', 9999],
    ['10000', undefined],
    ['-1', undefined],
    ['1e9', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s is read as %s', (text, index) => {
    expect(parseIndex(text)).toBe(index);
  });
});

describe('a presentation', () => {
  it.each([
    [undefined, 'answer'],
    ['hedged', 'hedged'],
    ['closest', 'closest'],
    ['hedged-basis', 'hedged-basis'],
    ['none-near', 'none-near'],
    ['answer', undefined],
    ['', undefined],
    ['Hedged', undefined],
    ['constructor', undefined],
  ])('%s is read as %s', (text, presentation) => {
    expect(parsePresentation(text)).toBe(presentation);
  });

  it.each(PRESENTATIONS)('is read from its own args: %s', (presentation) => {
    const [text] = presentationArgs(presentation);
    expect(parsePresentation(text)).toBe(presentation);
  });
});

describe('a Discord id', () => {
  it.each([
    ['600000000000000001', '600000000000000001'],
    ['1/../../guilds', undefined],
    ['12345', undefined],
    [undefined, undefined],
  ])('%s is read as %s', (text, id) => {
    expect(parseSnowflake(text)).toBe(id);
  });
});
