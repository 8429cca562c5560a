import { ButtonStyle, ComponentType, type APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { blockQuote } from '../../src/discord/views/markdown.ts';
import { drawComponent } from './components.ts';
import { markdownToHtml } from './markdown.ts';

const drawn = (component: APIMessageTopLevelComponent): string => drawComponent(component, { openMenus: false });

describe('Markdown', () => {
  it.each([
    ['### A **heading**\nand more', '<h3>A <strong>heading</strong></h3><p>and more</p>'],
    ['two\nlines', '<p>two<br>lines</p>'],
    ['> a\n> b\n**C**\n-# d', '<discord-quote>a<br>b</discord-quote><p><strong>C</strong></p><small>d</small>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['\\- no \\*list\\* 1\\. \\<b\\>', '<p>- no *list* 1. &lt;b&gt;</p>'],
    ['[a \\[b\\]](https://example.org/c_d)', '<p><a href="https://example.org/c_d">a [b]</a></p>'],
    ['see https://example.org/a-b_c', '<p>see <a href="https://example.org/a-b_c">https://example.org/a-b_c</a></p>'],
  ])('%j', (markdown, html) => {
    expect(markdownToHtml(markdown)).toBe(html);
  });

  it('shows a block quote exactly as it was before escaping', () => {
    const text = 'It’s *not* _so_ [x](https://a.b) <@1> `c` ~~d~~ ||e|| # 1. \\ 😀';
    expect(markdownToHtml(blockQuote(text))).toBe(
      `<discord-quote>${text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</discord-quote>`,
    );
  });

  it.each(['*a*', '`a`', '<@1>', '||a||', '__a__', '~~a~~', 'an open **', '- a\n  b'])(
    'refuses %j, which it cannot draw',
    (markdown) => {
      expect(() => markdownToHtml(markdown)).toThrow('cannot show');
    },
  );
});

describe('components', () => {
  it('of a type that the bot does not use are refused by number', () => {
    expect(() => drawn({ type: ComponentType.MediaGallery, items: [] })).toThrow('type 12');
  });

  it('are drawn inside each other', () => {
    const html = drawn({
      type: ComponentType.Container,
      accent_color: 0xab,
      components: [
        {
          type: ComponentType.Section,
          components: [{ type: ComponentType.TextDisplay, content: 'a' }],
          accessory: { type: ComponentType.Button, style: ButtonStyle.Link, label: 'b', url: 'https://example.org' },
        },
        {
          type: ComponentType.ActionRow,
          components: [
            { type: ComponentType.Button, style: ButtonStyle.Danger, label: 'c', custom_id: 'd', disabled: true },
          ],
        },
      ],
    });
    expect(html).toContain('--accent: #0000ab');
    expect(html).toContain(
      '<discord-action-row><discord-button type="secondary" url="https://example.org">b</discord-button></discord-action-row>',
    );
    expect(html).toContain(
      '<discord-action-row><discord-button type="destructive" disabled>c</discord-button></discord-action-row>',
    );
  });
});
