import { InteractionResponseType, InteractionType, type APIInteraction } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { refuse, respond } from '../../src/discord/respond.ts';
import type { MessageBody } from '../../src/discord/views/message.ts';
import { choosing, onMessage, option, pressing, slash, typing } from '../support/payloads.ts';
import { choicesFor, isOutdated, isPrivate, messageFor, replyFor, wordsOf } from '../support/replies.ts';
import { bot } from '../support/small-bot.ts';

describe('what this version of the bot does not know', () => {
  it.each<[string, APIInteraction]>([
    ['a slash command', slash('weather')],
    ['a slash command with the name of a message command', slash('Ask the report')],
    ['a message command', onMessage('why?', {}, 'Translate')],
    ['a message command with the name of a slash command', onMessage('why?', {}, 'ask')],
    ['a user command', { ...slash('ask'), data: { id: '3', type: 2, name: 'ask', target_id: '1' } } as never],
    [
      'a form',
      { ...slash('ask'), type: InteractionType.ModalSubmit, data: { custom_id: 'x', components: [] } } as never,
    ],
    ['an entry that is not there', choosing('choose', ['no-such-entry'])],
    ['a menu with nothing chosen', choosing('other', [])],
    ['a name that every object has', choosing('choose', ['__proto__'])],
    ...[
      'page:no-such-entry:0',
      'page:bridge-when:-1',
      'page:bridge-when:1e9',
      'context:bridge-when:7',
      'context:bridge-when',
      'cite:bridge-outlet:0',
      'related:',
      'related:bridge-cost',
      'share:__proto__',
      'topic:bridge:-1',
      'topic:nowhere:0',
      'post:bridge-when:1/../../guilds',
      'constructor',
      'hasOwnProperty:1',
      'v2:context:bridge-when',
      '~'.repeat(100),
      ':'.repeat(100),
    ].map((id): [string, APIInteraction] => [id, pressing(id)]),
  ])('gets a polite private notice, and nothing else: %s', (_, interaction) => {
    const body = messageFor(interaction, bot);
    expect(replyFor(interaction, bot).after).toBeUndefined();
    expect(isPrivate(body)).toBe(true);
    expect(isOutdated(body, bot)).toBe(true);
  });

  it('is told so in the reader’s language', () => {
    const body = messageFor(pressing('x', { locale: 'es-ES', guild_locale: 'zh-CN' }), bot);
    expect(wordsOf(body)).toBe(bot.translators.for('es-ES').t('reply.outdated'));
  });
});

describe('a reader past the allowance', () => {
  it.each<[string, APIInteraction]>([
    ['a command', slash('ask', [option('question', 'when was the bridge opened')])],
    ['a command that answers in public', slash('ask', [option('question', 'eels'), option('private', false)])],
    ['a menu on a message', onMessage('when was the bridge opened')],
    ['a press', pressing('share:bridge-when')],
  ])('gets one private line for %s, in their own language', (_, interaction) => {
    const { response, after } = refuse({ ...interaction, locale: 'es-ES' } as APIInteraction, bot);
    const body = 'data' in response ? (response.data as MessageBody) : undefined;
    expect(after).toBeUndefined();
    expect(body && isPrivate(body)).toBe(true);
    expect(body && wordsOf(body)).toBe(bot.translators.for('es-ES').t('reply.tooMany', { seconds: 10 }));
  });

  it('gets no suggestions', () => {
    const { response } = refuse(typing('ask', 'question', 'bridge'), bot);
    expect(response).toEqual({
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices: [] },
    });
  });
});

describe('an interaction', () => {
  it('that is a ping gets a pong', () => {
    const ping = { ...slash('ask'), type: InteractionType.Ping } as never;
    expect(respond(ping, bot)).toEqual({ response: { type: InteractionResponseType.Pong } });
  });

  it.each(['weather', 'browse', 'Ask the report'])(
    'that completes nothing the bot knows gets no choices: %s',
    (name) => {
      expect(choicesFor(typing(name, 'question', 'bridge'), bot)).toEqual([]);
    },
  );

  it.each(['topic:bridge:9999', 'page:bridge-when:9999', 'context:bridge-when:0:9999', 'cite:bridge-when:0:9999'])(
    'that asks for a page too far gets the last one: %s',
    (id) => {
      expect(isOutdated(messageFor(pressing(id), bot), bot)).toBe(false);
    },
  );
});
