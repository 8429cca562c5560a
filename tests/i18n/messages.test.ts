import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SMALL_TALK } from '../../src/answers/conversation.ts';
import { MESSAGE_ARGUMENTS } from '../../src/i18n/messages.ts';
import { messages } from '../support/small-bot.ts';

const source = new URL('../../src/', import.meta.url).pathname;
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('i18n/messages.ts'))
  .map((name) => readFileSync(join(source, name), 'utf8'))
  .join('\n');

describe('the messages', () => {
  it('are all said somewhere in the code', () => {
    // The names and descriptions of commands are made of a command's key and one of two endings,
    // and those of small talk of what it is about.
    const ofSmallTalk = SMALL_TALK.flatMap((about) => [`smallTalk.${about}.phrases`, `smallTalk.${about}.reply`]);
    const unused = Object.keys(MESSAGE_ARGUMENTS).filter(
      (key) =>
        !ofSmallTalk.includes(key) &&
        !code.includes(`'${key}'`) &&
        !code.includes(`'${key.replace(/\.(name|description)$/, '')}'`),
    );
    expect(unused).toEqual([]);
  });

  it.each(messages.map(({ locale, texts }) => [locale, texts] as const))('exist in %s, each with words', (_, texts) => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(MESSAGE_ARGUMENTS).sort());
    for (const text of Object.values(texts)) expect(text.trim()).not.toBe('');
  });
});
