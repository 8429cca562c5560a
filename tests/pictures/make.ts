/**
 * `npm run pictures`: draws the README's pictures from what the bot really replies, and checks that
 * everything that matters in them can be read.
 */

import { writeFile } from 'node:fs/promises';
import { ComponentType, MessageFlags, type APIComponentInContainer } from 'discord-api-types/v10';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blockQuote } from '../../src/discord/views/markdown.ts';
import { optionsOf, shownQuotes } from '../support/payloads.ts';
import { bot } from '../support/prepared.ts';
import { show, startBrowser, type Shown } from './browser.ts';
import { drawPage, type Drawable } from './draw.ts';
import { citedIn, labelsIn, missingFrom } from './legible.ts';
import { scenes, type Scene } from './scenes.ts';

/** CSS pixels. */
const DESKTOP = 900;
const PHONE = 390;
/** The README must load fast: the most bytes for one picture. */
const MAX_BYTES = 150_000;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

function draw({ message: body, command, openMenus }: Scene, width: number): Promise<Shown> {
  return show(browser, drawPage(body, command, { openMenus }), width);
}

const PICTURES = scenes().map(
  (scene) => [`${scene.name}.png`, `/${scene.command} ${scene.question}`.trim(), scene] as const,
);

describe.each(PICTURES)('%s (%s)', (file, _, scene) => {
  const cited = citedIn(scene.message);
  const isEphemeral = (scene.message.flags & MessageFlags.Ephemeral) !== 0;
  const labels = [
    ...labelsIn(scene.message),
    ...(scene.openMenus ? optionsOf(scene.message).map(({ label }) => label) : []),
  ];
  const frame = [
    'Pullquote',
    'App',
    `/${scene.command}`,
    ...(isEphemeral ? ['Only you can see this', 'Dismiss message'] : []),
  ];

  it('quotes nothing but the report', () => {
    const passages = bot.report.passages.map((passage) => passage.text);
    expect(cited.filter(({ quotation }) => !passages.some((passage) => passage.includes(quotation)))).toEqual([]);
    // No quotation was overlooked.
    expect(cited.map(({ quotation }) => quotation).join('\n')).toBe(shownQuotes(scene.message).join('\n'));
  });

  it.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])('can be read on %s', async (_device, width) => {
    const shown = await draw(scene, width);
    expect(missingFrom(shown.text, cited)).toEqual([]);
    expect([...frame, ...labels].filter((words) => !shown.text.includes(words.replace(/\s+/g, ' ')))).toEqual([]);
    expect(shown.overflowing).toEqual([]);
    expect(shown.problems).toEqual([]);
    if (width !== DESKTOP) return;
    // Text has few colors: a palette takes a third of the bytes and looks the same.
    const picture = await sharp(shown.png).png({ palette: true }).toBuffer();
    expect(picture.byteLength).toBeLessThanOrEqual(MAX_BYTES);
    await writeFile(new URL(file, import.meta.url), picture);
  });
});

describe('what is looked at in the browser', () => {
  const QUOTATION = 'The first words.\nThe second words, (a) b_c.';
  const card = (component: APIComponentInContainer): Drawable => ({
    flags: MessageFlags.Ephemeral,
    components: [{ type: ComponentType.Container, components: [component] }],
  });
  const quoting = card({
    type: ComponentType.TextDisplay,
    content: `${blockQuote(QUOTATION)}\n**Somebody: as told**\n-# paragraph 1`,
  });
  const longMenu = card({
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: 'id',
        placeholder: 'long '.repeat(25),
        options: [{ label: 'a', value: 'a' }],
      },
    ],
  });
  const page = drawPage(quoting, 'ask', { openMenus: false });
  const look = async (html: string): Promise<Omit<Shown, 'png' | 'text'> & { readonly missing: readonly string[] }> => {
    const { text, overflowing, problems } = await show(browser, html, PHONE);
    return { missing: missingFrom(text, citedIn(quoting)), overflowing, problems };
  };

  it('finds nothing wrong with a good page', async () => {
    expect(await look(page)).toEqual({ missing: [], overflowing: [], problems: [] });
  });

  it.each([
    ['hidden', page.replace('<discord-quote>', '<discord-quote style="visibility: hidden">')],
    ['cut off', page.replace('<discord-quote>', '<discord-quote style="height: 30px; overflow: hidden">')],
  ])('misses words that are %s', async (_, html) => {
    expect(html).not.toBe(page);
    expect((await look(html)).missing).not.toEqual([]);
  });

  it.each([
    [
      'a line that is too long',
      page.replace('<p><strong>', `<p style="white-space: nowrap">${'long '.repeat(60)}<strong>`),
    ],
    ['words that start outside the picture', page.replace('<p><strong>', '<p style="margin-left: -200px"><strong>')],
    ['a menu that cuts off its words', drawPage(longMenu, 'ask', { openMenus: false })],
  ])('notices %s', async (_, html) => {
    expect(html).not.toBe(page);
    expect((await look(html)).overflowing).not.toEqual([]);
  });

  it('notices a request that would leave the machine, and an error in the console', async () => {
    const script = '<script>fetch("https://example.org/a").catch(() => console.error("an error"))</script>';
    const { problems } = await look(page.replace('<main', `${script}<main`));
    expect(problems).toEqual(expect.arrayContaining(['request: https://example.org/a', 'console: an error']));
  });
});
