/** `npm run pictures`: draws the README's pictures from the bot's own replies, and checks that what must be read in them can be read. */

import { writeFile } from 'node:fs/promises';
import { ComponentType, MessageFlags, type APIComponentInContainer } from 'discord-api-types/v10';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blockQuote } from '../../src/discord/views/markdown.ts';
import { optionsOf, shownQuotes } from '../support/payloads.ts';
import { bot } from '../support/prepared.ts';
import { show, startBrowser, type Shown } from './browser.ts';
import { drawPage, type Drawable } from './draw.ts';
import { toIndexedPng } from './indexed-png.ts';
import { citedIn, labelsIn, missingFrom } from './legible.ts';
import { scenes, type Scene } from './scenes.ts';

/** CSS pixels. */
const DESKTOP = 900;
const PHONE = 390;
/** The README shall load fast: bytes of one picture. */
const MOST_BYTES = 150_000;

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

  it('shows quotations of the report alone', () => {
    const passages = bot.report.passages.map((passage) => passage.text);
    expect(cited.filter(({ quotation }) => !passages.some((passage) => passage.includes(quotation)))).toEqual([]);
    expect(cited.map(({ quotation }) => quotation).join('\n')).toBe(shownQuotes(scene.message).join('\n')); // none was overlooked
  });

  it.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])('can be read on %s', async (_device, width) => {
    const shown = await draw(scene, width);
    expect(missingFrom(shown.text, cited)).toEqual([]);
    expect([...frame, ...labels].filter((words) => !shown.text.includes(words.replace(/\s+/g, ' ')))).toEqual([]);
    expect(shown.overflowing).toEqual([]);
    expect(shown.faults).toEqual([]);
    if (width !== DESKTOP) return;
    const picture = toIndexedPng(shown.png);
    expect(picture.byteLength).toBeLessThanOrEqual(MOST_BYTES);
    await writeFile(new URL(file, import.meta.url), picture);
  });
});

describe('the checks notice', () => {
  const QUOTATION = 'The first words.\nThe second words, (a) b_c.';
  const card = (component: APIComponentInContainer): Drawable => ({
    flags: MessageFlags.Ephemeral,
    components: [{ type: ComponentType.Container, components: [component] }],
  });
  const body = card({
    type: ComponentType.TextDisplay,
    content: `${blockQuote(QUOTATION)}\n**Somebody: as told**\n-# paragraph 1`,
  });
  const narrow = card({
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
  const cited = [{ quotation: QUOTATION, attributions: ['Somebody: as told'] }];
  const page = drawPage(body, 'ask', { openMenus: false });
  const look = (html: string, width = PHONE): Promise<Shown> => show(browser, html, width);

  it('nothing in a page that is as it should be', async () => {
    const shown = await look(page);
    expect(citedIn(body)).toEqual(cited);
    expect({ missing: missingFrom(shown.text, cited), overflowing: shown.overflowing, faults: shown.faults }).toEqual({
      missing: [],
      overflowing: [],
      faults: [],
    });
  });

  it.each([
    ['a letter that is another', page.replace('second words', 'second word')],
    ['words between a quotation and who says it', page.replace('<p><strong>', '<p>and</p><p><strong>')],
    ['words that are hidden', page.replace('<discord-quote>', '<discord-quote style="visibility: hidden">')],
    [
      'words that are cut off',
      page.replace('<discord-quote>', '<discord-quote style="height: 30px; overflow: hidden">'),
    ],
    [
      'two quotations in another order',
      page.replace('The first words.<br>The second words', 'The second words<br>The first words.'),
    ],
  ])('%s', async (_, html) => {
    expect(html).not.toBe(page);
    expect(missingFrom((await look(html)).text, cited)).not.toEqual([]);
  });

  it('a quotation with nobody named for it', () => {
    expect(missingFrom(QUOTATION, [{ quotation: QUOTATION, attributions: [] }])).not.toEqual([]);
  });

  it.each([
    [
      'words in a line that is too long',
      page.replace('<p><strong>', `<p style="white-space: nowrap">${'long '.repeat(60)}<strong>`),
    ],
    ['words that begin outside', page.replace('<p><strong>', '<p style="margin-left: -200px"><strong>')],
    ['a menu’s words cut short', drawPage(narrow, 'ask', { openMenus: false })],
  ])('an overflow: %s', async (_, html) => {
    expect((await look(html)).overflowing).not.toEqual([]);
  });

  it('a request that would leave the machine, and an error in the console', async () => {
    const shown = await look(
      page.replace(
        '<main',
        '<script>fetch("https://example.org/a").catch(() => console.error("an error"))</script><main',
      ),
    );
    expect(shown.faults).toEqual(expect.arrayContaining(['request: https://example.org/a', 'console: an error']));
  });
});
