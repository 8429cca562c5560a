import { ButtonStyle, ComponentType, InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import {
  faultsOfCallback,
  faultsOfMentions,
  faultsOfMessage,
} from '../../../../src/bench/local-discord/rules/validate.ts';

type Payload = Record<string, unknown>;

const V2 = MessageFlags.IsComponentsV2;
const text = (content: string): Payload => ({ type: ComponentType.TextDisplay, content });
const button = (more: Payload = {}): Payload => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  custom_id: 'share',
  label: 'Share',
  ...more,
});
const link = (more: Payload = {}): Payload => ({
  type: ComponentType.Button,
  style: ButtonStyle.Link,
  url: 'https://example.org/report',
  label: 'The report',
  ...more,
});
const row = (...components: Payload[]): Payload => ({ type: ComponentType.ActionRow, components });
const option = (value: string, more: Payload = {}): Payload => ({
  label: value,
  value,
  description: 'paragraph 4',
  ...more,
});
const select = (more: Payload = {}): Payload => ({
  type: ComponentType.StringSelect,
  custom_id: 'which',
  options: [option('a'), option('b')],
  ...more,
});
const v2 = (...components: Payload[]): Payload => ({ flags: V2, components, allowed_mentions: { parse: [] } });
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const RIGHT_V2 = v2(
  {
    type: ComponentType.Container,
    accent_color: 0x335577,
    components: [text('> quoted'), { type: ComponentType.Separator, divider: true }, row(select())],
  },
  { type: ComponentType.Section, components: [text('who says so')], accessory: link() },
  row(button(), button({ custom_id: 'delete', style: ButtonStyle.Danger, label: 'Delete' })),
);

describe('a message', () => {
  it.each<[string, unknown]>([
    ['plain content', { content: 'hello', allowed_mentions: { parse: [] } }],
    ['Components V2 of every kind that is used', RIGHT_V2],
    ['content with a row of buttons', { content: 'hello', components: [row(button())] }],
    [
      'a reply',
      { content: 'hello', message_reference: { message_id: '123456789012345678', fail_if_not_exists: false } },
    ],
    ['exactly 4,000 characters in two texts', v2(text('x'.repeat(2_000)), text('y'.repeat(2_000)))],
    ['exactly 40 components', v2(...many(40, (index) => text(String(index))))],
    ['a key without a value', { content: 'hello', embeds: undefined }],
  ])('is right: %s', (_, body) => {
    expect(faultsOfMessage(body)).toEqual([]);
  });

  it.each<[string, unknown, string | RegExp]>([
    ['no object', 'hello', 'must be an object'],
    ['an unknown key', { content: 'hello', contents: '' }, 'contents: there is no such key here'],
    [
      'an unknown key in a component',
      v2(row(button({ customId: 'x' }))),
      'components[0].components[0].customId: there is no such key here',
    ],
    ['a wrong type of value', { content: 5 }, 'content: '],
    ['a nonce of 26 characters', { content: 'hello', nonce: 'x'.repeat(26), enforce_nonce: true }, 'nonce: '],
    ['a component that does not exist', v2({ type: 99 }), 'components[0].type: 99 may not stand here'],
    [
      'a container in a container',
      v2({ type: 17, components: [{ type: 17, components: [text('x')] }] }),
      '17 may not stand here',
    ],
    ['no content at all', { allowed_mentions: { parse: [] } }, 'the message is empty'],
    ['empty content', { content: '' }, 'the message is empty'],
    ['Components V2 without components', { flags: V2, components: [] }, 'the message is empty'],
    ['nothing but space', { content: ' \n' }, 'is nothing but space'],
    ['a text of nothing but space', v2(text(' ')), 'is nothing but space'],
    ['an empty text', v2(text('')), 'components[0].content: '],
    ['content above 2,000 characters', { content: 'x'.repeat(2_001) }, 'at most 2000 characters'],
    [
      'texts above 4,000 characters in all',
      v2(text('x'.repeat(2_000)), { type: 17, components: [text('y'.repeat(2_001))] }),
      'at most 4000 characters in all',
    ],
    ['more than 10,000 bytes', v2(text('あ'.repeat(3_400))), 'at most 10000 bytes'],
    [
      'embeds above 6,000 characters',
      { embeds: many(2, () => ({ description: 'x'.repeat(3_001) })) },
      'at most 6000 characters',
    ],
    ['half a character', { content: '😀'.slice(0, 1) }, 'half a character'],
    ['content beside Components V2', { ...RIGHT_V2, content: 'hello' }, 'content: may not stand beside Components V2'],
    [
      'embeds beside Components V2',
      { ...RIGHT_V2, embeds: [{ title: 'x' }] },
      'embeds: may not stand beside Components V2',
    ],
    ['Components V2 without the flag', { ...RIGHT_V2, flags: 0 }, 'needs the flag of Components V2'],
    [
      'more than 40 components in all',
      v2({ type: 17, components: many(40, (index) => text(String(index))) }),
      'at most 40 components in all',
    ],
    [
      'six rows',
      { content: 'x', components: many(6, (index) => row(button({ custom_id: `b${index}` }))) },
      'at most 5 rows',
    ],
    [
      'six buttons in a row',
      v2(row(...many(6, (index) => button({ custom_id: `b${index}` })))),
      'may have at most 5, has 6',
    ],
    ['a row without buttons', v2(row()), 'must have at least 1'],
    ['a custom_id twice', v2(row(button(), button())), '"share" stands twice'],
    ['a custom_id above 100 characters', v2(row(button({ custom_id: 'x'.repeat(101) }))), 'custom_id: '],
    ['an empty custom_id', v2(row(button({ custom_id: '' }))), 'needs a custom_id'],
    ['a button without custom_id', v2(row(button({ custom_id: undefined }))), 'needs a custom_id'],
    ['a button with an address', v2(row(button({ url: 'https://example.org' }))), 'only a link button may have a url'],
    ['a link button without an address', v2(row(link({ url: undefined }))), 'needs a url'],
    ['a link button with a custom_id', v2(row(link({ custom_id: 'x' }))), 'may not have a custom_id'],
    ['a button with nothing written on it', v2(row(button({ label: undefined }))), 'needs a label or an emoji'],
    ['a label above 80 characters', v2(row(button({ label: 'x'.repeat(81) }))), 'label: '],
    ['a style that does not exist', v2(row(button({ style: 9 }))), 'style: '],
    ['a section without accessory', v2({ type: 9, components: [text('x')] }), 'accessory'],
    ['a select beside a button', v2(row(select(), button())), 'stands alone in its row'],
    ['a select without options', v2(row(select({ options: [] }))), 'must have at least 1'],
    [
      '26 options',
      v2(row(select({ options: many(26, (index) => option(`o${index}`)) }))),
      'may have at most 25, has 26',
    ],
    ['an option twice', v2(row(select({ options: [option('a'), option('a')] }))), '"a" stands twice'],
    [
      'a description above 100 characters',
      v2(row(select({ options: [option('a', { description: 'x'.repeat(101) })] }))),
      'description: ',
    ],
    ['an option without label', v2(row(select({ options: [{ value: 'a' }] }))), 'label: is missing'],
    ['more choices than options', v2(row(select({ max_values: 3 }))), 'more values than it has options'],
    [
      'more defaults than choices',
      v2(row(select({ options: [option('a', { default: true }), option('b', { default: true })] }))),
      'more defaults',
    ],
    [
      'an ephemeral message outside an interaction',
      { content: 'x', flags: MessageFlags.Ephemeral },
      'only the answer to an interaction',
    ],
    ['a flag that only Discord sets', { content: 'x', flags: MessageFlags.Loading }, "can't be set"],
  ])('is faulted for %s', (_, body, sentence) => {
    expect(faultsOfMessage(body).join('\n')).toContain(sentence);
  });

  it.each<[string, unknown, string | undefined]>([
    ['new components', { components: [text('x')] }, undefined],
    ['content', { content: 'x' }, 'content: may not stand beside Components V2'],
    ['the ephemeral flag', { components: [text('x')], flags: MessageFlags.Ephemeral }, 'neither set nor take'],
    ['no components', { components: [] }, 'the message is empty'],
  ])('of Components V2 stays so when it is edited: %s', (_, body, sentence) => {
    const faults = faultsOfMessage(body, 'followUpEdit', { flags: V2, content: '', embeds: [] }).join('\n');
    if (sentence === undefined) expect(faults).toBe('');
    else expect(faults).toContain(sentence);
  });

  it('must empty its content when an edit makes it Components V2', () => {
    const before = { content: 'hello', embeds: [] };
    expect(faultsOfMessage(RIGHT_V2, 'channelEdit', before)).toEqual(['content: may not stand beside Components V2']);
    expect(faultsOfMessage({ ...RIGHT_V2, content: null }, 'channelEdit', before)).toEqual([]);
  });
});

describe('mentions', () => {
  it.each<[string, unknown, string | undefined]>([
    ['off', { content: 'x', allowed_mentions: { parse: [] } }, undefined],
    ['not said', { content: 'x' }, 'allowed_mentions: is missing'],
    ['half said', { content: 'x', allowed_mentions: {} }, 'allowed_mentions.parse: is missing'],
    ['on', { content: 'x', allowed_mentions: { parse: ['users'] } }, 'must be empty'],
  ])('%s', (_, body, sentence) => {
    expect(faultsOfMentions(body).join()).toContain(sentence ?? '');
    expect(faultsOfMentions(body)).toHaveLength(sentence === undefined ? 0 : 1);
  });
});

describe('an answer', () => {
  const choices = (...list: unknown[]): Payload => ({
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: list },
  });

  it.each<[string, unknown]>([
    ['a pong', { type: 1 }],
    ['an ephemeral message', { type: 4, data: { ...RIGHT_V2, flags: V2 | MessageFlags.Ephemeral } }],
    ['a deferral', { type: 5 }],
    ['an ephemeral deferral', { type: 5, data: { flags: MessageFlags.Ephemeral } }],
    ['a deferred update', { type: 6 }],
    ['an update', { type: 7, data: { content: 'x' } }],
    ['choices', choices({ name: 'How?', value: 'how' }, { name: 'Four', value: 4 })],
    ['no choices', choices()],
  ])('is right: %s', (_, body) => {
    expect(faultsOfCallback(body)).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['no object', null, 'must be an object'],
    ['an unknown type', { type: 99 }, '99 is no type of answer'],
    ['a key beside its data', { type: 4, data: { content: 'x' }, content: 'x' }, 'content: there is no such key here'],
    ['no data', { type: 4 }, 'data: is missing'],
    [
      'a faulty message, with the path to it',
      { type: 4, data: v2(row(button({ label: 5 }))) },
      'data.components[0].components[0].label: ',
    ],
    [
      'a reference to another message',
      { type: 4, data: { content: 'x', message_reference: { message_id: '1' } } },
      'data.message_reference: there is no such key here',
    ],
    ['a deferral with Components V2', { type: 5, data: { flags: V2 } }, 'only the ephemeral flag'],
    ['a deferral with content', { type: 5, data: { content: 'x' } }, 'carries nothing but flags'],
    ['26 choices', choices(...many(26, (index) => ({ name: `c${index}`, value: `v${index}` }))), 'at most 25, has 26'],
    ['a choice without name', choices({ name: '', value: 'v' }), 'data.choices[0].name: '],
    ['a name above 100 characters', choices({ name: 'x'.repeat(101), value: 'v' }), 'data.choices[0].name: '],
    ['a value above 100 characters', choices({ name: 'x', value: 'v'.repeat(101) }), 'at most 100 characters'],
    ['a choice without value', choices({ name: 'x' }), 'data.choices[0].value: is missing'],
    ['a choice that is null', choices(null), 'data.choices[0]: must be an object'],
    ['choices left out', { type: 8, data: {} }, 'data.choices: is missing'],
    [
      'a modal without fields',
      { type: 9, data: { custom_id: 'm', title: 'T', components: [] } },
      'must have at least 1',
    ],
  ])('is faulted for %s', (_, body, sentence) => {
    expect(faultsOfCallback(body).join('\n')).toContain(sentence);
  });
});
