import { MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import {
  actionRow,
  button,
  container,
  message,
  selectMenu,
  separator,
  text,
} from '../../../src/discord/views/message.ts';
import { optionsOf } from '../../support/payloads.ts';
import { refusedAsMessage } from '../../support/replies.ts';

const option = { label: 'A question?', value: 'id', description: 'Answered in paragraph 1' };

describe('a message', () => {
  it.each([
    ['private', MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral],
    ['public', MessageFlags.IsComponentsV2],
  ] as const)('that is %s is seen by those only', (visibility, flags) => {
    expect(message([text('hi')], visibility).flags).toBe(flags);
  });

  it('made of every kind of component is one that Discord takes, and pings nobody', () => {
    const card = container(
      [text('hi'), separator(), actionRow([button('delete', 'Delete')]), selectMenu('choose', 'Choose', [option])],
      0xff0000,
    );
    const body = message([text('above'), card], 'public');
    expect(refusedAsMessage(body)).toEqual([]);
    expect(body.allowed_mentions).toEqual({ parse: [] });
  });

  it('leaves out what is missing', () => {
    expect(message([undefined, container([undefined, text('hi'), actionRow([])])], 'public').components).toEqual([
      container([text('hi')]),
    ]);
  });
});

describe('a row', () => {
  it('is none without buttons or options', () => {
    expect(actionRow([undefined])).toBeUndefined();
    expect(selectMenu('choose', 'Choose', [])).toBeUndefined();
  });

  it('has no more options than Discord takes', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ ...option, value: `${index}` }));
    expect(optionsOf(message([selectMenu('choose', 'Choose', many)], 'public'))).toHaveLength(25);
  });
});
