/** What readers do with the bot, for tests of each way in which interactions reach it. */

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { headingOf } from '../../src/answers/answer.ts';
import {
  selectsOf,
  startLocalDiscord,
  textOf as markdownOf,
  type LocalDiscord,
} from '../../src/bench/local-discord/index.ts';
import { shown } from './payloads.ts';
import { bot } from './prepared.ts';

/** A running bot, reached in some way. */
export interface Reached {
  /** All that it has written for the operator. */
  readonly written: () => string;
  /** Stops it, and expects that it stops well. */
  readonly stop: () => Promise<void>;
}

/** Starts a bot and connects it with a local Discord, commands registered. */
export type Reach = (discord: LocalDiscord) => Promise<Reached>;

const { report } = bot;
const textOf = (sent: Parameters<typeof markdownOf>[0]): string => shown(markdownOf(sent));
const passage = (number: number): string => report.passages[number - 1]?.text ?? '';
/** What follows a response comes a little later by HTTP. */
const PATIENTLY = { timeout: 30_000 };

/** @param name continues “reached” */
export function describeInteractions(name: string, start: Reach): void {
  describe(`the bot, reached ${name}`, () => {
    let discord: LocalDiscord;
    let running: Reached;
    beforeAll(async () => {
      discord = await startLocalDiscord();
      running = await start(discord);
    });
    afterAll(async () => {
      await running.stop();
      expect(discord.faults).toEqual([]);
      expect(running.written()).not.toContain(discord.token);
      await discord.close();
    });

    it('answers /ask with the passage and who said it, for the asker alone', async () => {
      const asked = await discord.slash('ask', { question: 'why did the cops call him' }, { user: 'Ana' });
      expect(asked.isEphemeral).toBe(true);
      expect(textOf(asked)).toContain(passage(4));
      expect(textOf(asked)).toContain('speaking to CNN');
    });

    it('answers in public where the asker wants that', async () => {
      const asked = await discord.slash('ask', { question: 'law-register', private: false });
      expect(asked.isEphemeral).toBe(false);
      expect(textOf(asked)).toContain(passage(7));
    });

    it('says that the report does not say', async () => {
      const asked = await discord.slash('ask', { question: 'what did the security bureau answer to CNN?' });
      expect(textOf(asked)).toMatch(/^\W*The report does not say/);
    });

    it('suggests questions while one types, and answers the one that is picked', async () => {
      const choices = await discord.autocomplete('ask', 'question', 'what did police del');
      const [first] = choices;
      expect(choices.map(({ value }) => value)).toContain('what-deleted');
      const asked = await discord.slash('ask', { question: String(first?.value) });
      expect(textOf(asked)).toContain(first?.name);
    });

    it('gives whoever chooses another question an answer of their own, and changes nobody’s card', async () => {
      const asked = await discord.slash('ask', { question: 'airplane-mode', private: false }, { user: 'Ana' });
      const before = textOf(asked);
      const [menu] = selectsOf(asked);
      const value = menu?.options?.[0]?.value ?? '';
      const chosen = await discord.choose(asked, menu?.custom_id ?? '', value, { user: 'Ben' });
      expect(chosen.isEphemeral).toBe(true);
      const entry = bot.faq.entries.find(({ id }) => id === value);
      expect(textOf(chosen)).toContain(entry && headingOf(entry));
      expect(textOf(asked)).toBe(before);
    });

    it('shows /report', async () => {
      expect(textOf(await discord.slash('report', {}))).toContain('republished copy');
    });

    it.each([
      ['Context', 'in context'],
      ['Cite', 'As plain text'],
      ['Related', 'Related to'],
    ])('answers %s to whoever presses it, privately, and changes no card', async (label, words) => {
      const asked = await discord.slash('ask', { question: 'airplane-mode', private: false }, { user: 'Ana' });
      const before = textOf(asked);
      const pressed = await discord.press(asked, label, { user: 'Ben' });
      expect(pressed.isEphemeral).toBe(true);
      expect(textOf(pressed)).toContain(words);
      expect(textOf(asked)).toBe(before);
    });

    it('shares a private answer, and lets the one who shared it delete it, and nobody else', async () => {
      const asked = await discord.slash('ask', { question: 'airplane-mode' }, { user: 'Ana' });
      const shared = await discord.press(asked, /^share/, { user: 'Ana' });
      expect(shared.isEphemeral).toBe(false);
      const refused = await discord.press(shared, 'Delete', { user: 'Ben' });
      expect(refused.isEphemeral).toBe(true);
      expect(shared.isDeleted).toBe(false);
      await discord.press(shared, 'Delete', { user: 'Ana' });
      await vi.waitFor(() => expect(shared.isDeleted).toBe(true), PATIENTLY);
    });

    it('leads through /browse in one private message', async () => {
      const browsing = await discord.slash('browse', {}, { user: 'Ana' });
      expect(browsing.isEphemeral).toBe(true);
      await discord.choose(browsing, 'browse', 'arrests', { user: 'Ana' });
      expect(textOf(browsing)).toContain('Page 1 of 3');
      await discord.press(browsing, 'Next page', { user: 'Ana' });
      expect(textOf(browsing)).toContain('Page 2 of 3');
      const [menu] = selectsOf(browsing);
      const id = menu?.options?.[0]?.value ?? '';
      const answer = await discord.choose(browsing, menu?.custom_id ?? '', id, { user: 'Ana' });
      const chosen = bot.faq.entries.find((entry) => entry.id === id);
      expect(textOf(answer)).toContain(chosen ? headingOf(chosen) : 'no such entry');
      expect(textOf(browsing)).toContain('Page 2 of 3');
    });

    it('shows a paragraph that was found by its words', async () => {
      const [choice] = await discord.autocomplete('passage', 'number', 'wechat');
      const shownPassage = await discord.slash('passage', { number: String(choice?.value) });
      expect(textOf(shownPassage)).toContain(passage(18));
    });

    it('answers somebody’s message, and posts that as a reply to it', async () => {
      const message = discord.post('I read it yesterday. Why does CNN not name the protesters? Strange.', {
        user: 'Ben',
      });
      const asked = await discord.messageMenu('Ask the report', message, { user: 'Ana' });
      expect(asked.isEphemeral).toBe(true);
      expect(textOf(asked)).toContain(passage(5));
      const posted = await discord.press(asked, /^post/, { user: 'Ana' });
      await vi.waitFor(
        () => expect(posted.posted.map((one) => one.message_reference?.message_id)).toEqual([message.id]),
        PATIENTLY,
      );
    });

    it('tells the reader privately where the reply could not be posted', async () => {
      const message = discord.post('Why does CNN not name the protesters?', { user: 'Ben' });
      const asked = await discord.messageMenu('Ask the report', message, { user: 'Ana' });
      discord.failNext({ match: 'POST /channels', status: 403, code: 50013, times: 1 });
      const posted = await discord.press(asked, /^post/, { user: 'Ana' });
      await vi.waitFor(
        () => expect(posted.followUps.map((one) => textOf(one)).join()).toContain('couldn’t post'),
        PATIENTLY,
      );
    });

    it.each([
      ['a server where only the reader has it', { guild: 'Elsewhere' }],
      ['a direct message between people', { context: 2 as const }],
      ['its own direct messages', { dm: true }],
    ])('works where the reader installed it alone: in %s', async (_, where) => {
      const asked = await discord.slash(
        'ask',
        { question: 'airplane-mode' },
        { user: 'Cleo', install: 'user', ...where },
      );
      expect(asked.isEphemeral).toBe(true);
      expect(textOf(asked)).toContain('airplane mode');
      const browsing = await discord.slash('browse', {}, { user: 'Cleo', install: 'user', ...where });
      await discord.choose(browsing, 'browse', 'call', { user: 'Cleo' });
      expect(textOf(browsing)).toContain('Page 1');
      for (const label of ['Context', 'Cite', 'Related'])
        expect((await discord.press(asked, label, { user: 'Cleo' })).isEphemeral).toBe(true);
    });

    it('writes down nothing of what was asked, by whom, or where', () => {
      const lines = running
        .written()
        .split('\n')
        .filter((line) => !line.includes('discord.com/oauth2'));
      expect(running.written()).not.toBe('');
      expect(lines.join('\n')).not.toMatch(/cops|no names|airplane|wechat|yesterday|Ana|Ben|Cleo/i);
      expect(lines.join('\n')).not.toMatch(/\d{15,}/); // no id of a user, server or channel
    });
  });
}
