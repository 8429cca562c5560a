import { describe, expect, it } from 'vitest';
import { MARK } from '../../../src/bench/fuzz/inputs.ts';
import { ownWordsOf } from '../../../src/bench/fuzz/own-words.ts';
import { createReplyCheck } from '../../../src/bench/fuzz/reply-faults.ts';
import { answerFrom } from '../../../src/answers/answer.ts';
import type { Reply } from '../../../src/discord/reply.ts';
import { option, slash, typing } from '../../support/payloads.ts';
import { replyFor } from '../../support/replies.ts';
import { bot } from '../../support/small-bot.ts';

const ownWords = ownWordsOf(bot, ['Rivertown']);
const faultsOf = createReplyCheck(bot, ownWords);
const answered = replyFor(slash('ask', [option('question', 'bridge-when')]), bot);
const suggested = replyFor(typing('ask', 'question', 'bridge'), bot);

/** What the bot says to a question about a name that the report does not mention. */
function namingReply(name: string): Reply {
  const ask = () => answerFrom(bot.faq.entries[0]!, 1, [], { notMentioned: [name] });
  return replyFor(slash('ask', [option('question', `the bridge in ${name}`)]), {
    ...bot,
    answerer: { ...bot.answerer, ask },
  });
}

/** The reply with a part of its JSON in place of another. */
function altered(reply: Reply, from: string | RegExp, to: string): Reply {
  const json = JSON.stringify(reply);
  const changed = json.replace(from, to);
  expect(changed).not.toBe(json);
  return JSON.parse(changed) as Reply;
}

describe('the check of a reply', () => {
  it('finds nothing wrong with the bot’s own', () => {
    const replies = [answered, suggested, namingReply('Rivertown')];
    expect([...ownWords.faults, ...replies.flatMap(faultsOf)]).toEqual([]);
  });

  it.each<[string, Reply, RegExp]>([
    ['a letter of a quotation changed', altered(answered, 'The mayor opened', 'The major opened'), /not the bot’s own/],
    ['a quotation cut', altered(answered, ' on Monday', ''), /not the bot’s own/],
    ['another address', altered(answered, 'example.org', 'evil.example'), /not the bot’s own/],
    ['a ping', altered(answered, '"parse":[]', '"parse":["everyone"]'), /ping/],
    ['a mention', altered(answered, 'The mayor', '<@500000000000000001>'), /not the bot’s own/],
    ['a word of the reader’s', altered(answered, 'The mayor', MARK), /repeats the reader/],
    ['a name that it does not know', namingReply('Atlantis'), /not the bot’s own/],
    ['a label of its own', altered(answered, '"label":"Cite"', '"label":"Click"'), /not the bot’s own/],
    ['an ID that nothing handles', altered(answered, '"cite:bridge', '"buy:bridge'), /custom_id is not the bot’s/],
    ['an option for nothing', altered(answered, /"value":"[^"]+"/, '"value":"x"'), /value is not the bot’s/],
    ['a suggestion of its own', altered(suggested, /"name":"[^"]+"/, '"name":"Why?"'), /suggests what is not/],
    [
      'a call to elsewhere',
      { ...answered, after: [{ method: 'DELETE', route: '/guilds/1' }] },
      /its route is \/guilds\/1/,
    ],
  ])('sees %s', (_, reply, fault) => {
    expect(faultsOf(reply).join('\n')).toMatch(fault);
  });
});
