import { describe, expect, it } from 'vitest';
import { createConversation, SMALL_TALK } from '../../src/answers/conversation.ts';
import { bot, faq, messages } from '../support/small-bot.ts';

const { smallTalkIn, claimIn } = createConversation(bot.translators.all);

describe('small talk', () => {
  it.each([
    ['in any case and with any punctuation', 'HELLO!!', 'greeting'],
    ['with any apostrophe', 'what’s up', 'greeting'],
    ['without accents', 'adios', 'farewell'],
    ['in full-width letters', 'ｈｅｌｐ', 'help'],
    ['as a command typed out', '/ask', 'help'],
    ['by how it begins, where a phrase ends with …', 'Are you a human or a machine, tell me honestly', 'identity'],
    ['by how it begins in Chinese', '你是真人还是程序？', 'identity'],
  ])('is known %s', (_, message, about) => {
    expect(smallTalkIn(message)).toBe(about);
  });

  it.each(['', '?', '👋', 'hello world', 'report', 'help the protesters', 'who are you calling', 'constructor'])(
    'is a whole message: “%s” is none',
    (message) => {
      expect(smallTalkIn(message)).toBeUndefined();
    },
  );

  it.each([
    'are you able to say who was called',
    'Are you a bot? Who was called?',
    `are you a bot that knows ${'very '.repeat(20)}much`,
  ])('is not seen in “%s” by how it begins', (message) => {
    expect(smallTalkIn(message)).toBeUndefined();
  });

  it.each(messages.map(({ locale, texts }) => [locale, texts] as const))(
    'has each phrase once in %s, so that it means one thing',
    (_, texts) => {
      const phrases = SMALL_TALK.flatMap((about) =>
        texts[`smallTalk.${about}.phrases`].split(',').map((one) => one.trim()),
      );
      expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
      for (const phrase of phrases) expect(smallTalkIn(phrase)).toBeDefined();
    },
  );
});

describe('asking whether something is true', () => {
  it.each([
    ['Is it true that police tracked phones?', 'police tracked phones'],
    ['fact check: they called protesters', 'they called protesters'],
    ['police deleted photos, FAKE NEWS?', 'police deleted photos'],
    ['so it’s true they took phones', 'so they took phones'],
    ['is this fake news', ''],
    ['Fact check?', ''],
    ['警察打电话了，是真的吗', '警察打电话了'],
  ])('is noticed in “%s”, and taken out', (question, claim) => {
    expect(claimIn(question)).toBe(claim);
  });

  it.each([
    'Is the real name required by law?',
    'What did CNN confirm?',
    'What rumored reason was given?',
    'How true to life is the photo?',
    ...faq.entries.map(({ question }) => question),
  ])('is not seen in “%s”', (question) => {
    expect(claimIn(question)).toBeUndefined();
  });
});
