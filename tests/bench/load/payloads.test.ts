import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askInteraction,
  autocompleteInteraction,
  numberOf,
  strangersMessage,
  tokenOf,
} from '../../../src/bench/load/payloads.ts';
import { isForBot, type IncomingMessage } from '../../../src/discord/respond-to-message.ts';
import { respond } from '../../../src/discord/respond.ts';
import { textsOf } from '../../support/payloads.ts';
import { bot } from '../../support/small-bot.ts';

describe('the payloads of a load', () => {
  it('are told apart by their token', () => {
    fc.assert(
      fc.property(fc.nat(), (number) => {
        expect(numberOf(tokenOf(number))).toBe(number);
      }),
    );
  });

  it('ask what they should', () => {
    const { response } = respond(askInteraction(0, 'eels'), bot);
    const body = 'data' in response && response.data && 'components' in response.data ? response.data : undefined;
    expect(textsOf(body as Parameters<typeof textsOf>[0]).join()).toContain('eels');
  });

  it('are completed', () => {
    expect(respond(autocompleteInteraction(1, 'eel'), bot).response).toMatchObject({
      data: { choices: [expect.objectContaining({ value: 'eels' })] },
    });
  });

  it('include messages that are not for the bot', () => {
    expect(isForBot(strangersMessage(3) as IncomingMessage, '1100000000000000004')).toBe(false);
  });
});
