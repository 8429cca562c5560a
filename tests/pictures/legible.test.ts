import { ButtonStyle, ComponentType, type APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { blockQuote } from '../../src/discord/views/markdown.ts';
import type { Drawable } from './draw.ts';
import { citedIn, labelsIn, missingFrom } from './legible.ts';

const message = (...components: APIMessageTopLevelComponent[]): Drawable => ({ flags: 0, components });
const text = (content: string): APIMessageTopLevelComponent => ({ type: ComponentType.TextDisplay, content });

describe('citedIn', () => {
  it('finds each quotation with the bold lines right below it', () => {
    const body = message(
      text(`**Why?**\n${blockQuote('One.\nTwo, (a) b_c.')}\n**A: as told**\n**B: reporting**\n-# paragraph 1`),
      text(`${blockQuote('Three.')}\n-# paragraph 2\n**not an attribution**`),
    );
    expect(citedIn(body)).toEqual([
      { quotation: 'One.\nTwo, (a) b_c.', attributions: ['A: as told', 'B: reporting'] },
      { quotation: 'Three.', attributions: [] },
    ]);
  });
});

describe('missingFrom', () => {
  const cited = [
    { quotation: 'One.\nTwo.', attributions: ['A: as told'] },
    { quotation: 'Three.', attributions: ['B: reporting'] },
  ];

  it('misses nothing where all stands in its order', () => {
    expect(missingFrom('Why? One. Two. A: as told paragraph 1 Three. B: reporting', cited)).toEqual([]);
  });

  it.each([
    ['a letter differs', 'One. Twa. A: as told Three. B: reporting', ['One. Two. A: as told']],
    [
      'words come between a quotation and who says it',
      'One. Two. and A: as told Three. B: reporting',
      ['One. Two. A: as told'],
    ],
    ['two quotations have changed places', 'Three. B: reporting One. Two. A: as told', ['Three. B: reporting']],
  ])('names the quotation where %s', (_, shown, missing) => {
    expect(missingFrom(shown, cited)).toEqual(missing);
  });

  it('misses an attribution that the payload lacks', () => {
    expect(missingFrom('One.', [{ quotation: 'One.', attributions: [] }])).toEqual(['no attribution for “One.”']);
  });
});

describe('labelsIn', () => {
  it('reads buttons, placeholders, and chosen options, in reading order', () => {
    const menu = (placeholder: string, isChosen: boolean): APIMessageTopLevelComponent => ({
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: placeholder,
          placeholder,
          options: [{ label: 'an option', value: '1', default: isChosen }],
        },
      ],
    });
    const section: APIMessageTopLevelComponent = {
      type: ComponentType.Section,
      components: [{ type: ComponentType.TextDisplay, content: 'text' }],
      accessory: { type: ComponentType.Button, style: ButtonStyle.Link, label: 'a link', url: 'https://example.org' },
    };
    expect(labelsIn(message(section, menu('closed', false), menu('chosen', true)))).toEqual([
      'a link',
      'closed',
      'an option',
    ]);
  });
});
