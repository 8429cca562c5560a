import { describe, expect, it } from 'vitest';
import { isInteraction, isMessage } from '../../src/discord/well-formed.ts';
import { choosing, onMessage, option, PING, pressing, slash, typing } from '../support/payloads.ts';

const command = slash('ask', [option('question', 'why?'), option('private', true)]);
const message = { id: '1', channel_id: '2', type: 0, content: 'why?', author: { id: '3' } };

describe('what Discord sends is taken', () => {
  it.each<[string, unknown]>([
    ['a command', command],
    ['keys pressed', typing('ask', 'question', 'w')],
    ['a menu on a message', onMessage('why?')],
    ['a press', pressing('cite:eels:0')],
    ['a choice', choosing('choose', ['eels'])],
    ['a ping', JSON.parse(PING)],
    ['a form', { ...pressing('x'), type: 5 }],
    ['fields of a later version', { ...command, later: [{}] }],
    ['an option of a type that is not read', slash('ask', [{ name: 'x', type: 10, value: 1 }])],
  ])('as an interaction: %s', (_, payload) => {
    expect(isInteraction(payload)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['in a server', { ...message, guild_id: '4' }],
    ['direct', message],
    ['without words, as most are', { ...message, content: '' }],
  ])('as a message: %s', (_, payload) => {
    expect(isMessage(payload)).toBe(true);
  });
});

describe('what lacks something that the bot reads is not taken', () => {
  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['an unknown type', { ...command, type: 99 }],
    ['an ID that is no ID', { ...command, channel: { id: '9'.repeat(40), type: 0 } }],
    ['no token', { ...command, token: undefined }],
    ['an empty token', { ...command, token: '' }],
    ['no data', { ...command, data: undefined }],
    ['no owners', { ...command, authorizing_integration_owners: undefined }],
    ['permissions that are no number', { ...command, app_permissions: 'all' }],
    ['an option that is null', slash('ask', [null as never])],
    ['a question that is a number', slash('ask', [{ ...option('question', ''), value: 7 } as never])],
    ['a menu on no message', { ...onMessage('why?'), data: { type: 3, name: 'Ask the report', target_id: '1' } }],
    ['a press on no message', pressing('x', { message: undefined })],
    ['a press in no channel', pressing('x', { channel: undefined })],
    ['values that are no list', { ...choosing('choose', []), data: { custom_id: 'choose', values: 'eels' } }],
  ])('as an interaction: %s', (_, payload) => {
    expect(isInteraction(payload)).toBe(false);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no author', { ...message, author: undefined }],
    ['no content', { ...message, content: null }],
    ['no channel', { ...message, channel_id: 5 }],
  ])('as a message: %s', (_, payload) => {
    expect(isMessage(payload)).toBe(false);
  });
});
