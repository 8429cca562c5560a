import { describe, expect, it } from 'vitest';
import { entryOptions } from '../../../src/discord/views/entry-options.ts';
import { english, faq, report } from '../../support/small-bot.ts';

describe('an option', () => {
  it('is an entry’s question, with its id and where the report answers it', () => {
    expect(entryOptions(faq.entries, report, english)).toEqual([
      { label: 'When was the bridge opened?', value: 'bridge-when', description: 'Answered in paragraph 1' },
      { label: 'What happened to the eels?', value: 'eels', description: 'Answered in paragraph 2' },
      {
        label: 'Does the report say what the bridge cost?',
        value: 'bridge-cost',
        description: 'The report does not say',
      },
      { label: 'Who published this?', value: 'bridge-outlet', description: 'About the report itself' },
      {
        label: 'What does the report tell?',
        value: 'bridge-and-eels',
        description: 'Answered in paragraph 1 and paragraph 2',
      },
    ]);
  });

  it('says where a paragraph is a caption', () => {
    const captions = { ...report, passages: report.passages.map((passage) => ({ ...passage, caption: true })) };
    const [option] = entryOptions(faq.entries, captions, english);
    expect(option?.description).toBe('Answered in paragraph 1, a photo caption');
  });
});
