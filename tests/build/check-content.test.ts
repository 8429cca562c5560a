import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/check-content.ts';
import { changed, localeYaml, smallContent, TOPIC_YAML } from '../support/small-content.ts';

describe('checking content', () => {
  it('gives the content and the messages where nothing is wrong', () => {
    const { checked, issues } = checkContent(smallContent());
    expect(issues).toEqual([]);
    expect(checked?.content.faq.topics.map(({ id }) => id)).toEqual(['bridge']);
    expect(checked?.messages.map(({ locale }) => locale)).toEqual(['en-US']);
  });

  it('tells the issues of the FAQ and of every locale at once', () => {
    const { checked, issues } = checkContent(
      smallContent({
        'faq/bridge.yaml': changed(TOPIC_YAML, 'closest: [1]', 'closest: [8]'),
        'locales/en-US.yaml': localeYaml({ presence: undefined }),
        'locales/fr.yaml': 'hello: Bonjour',
      }),
    );
    expect(checked).toBeUndefined();
    expect(issues[0]).toMatchObject({ file: 'faq/bridge.yaml', entry: 'bridge-cost' });
    expect(new Set(issues.map(({ file }) => file))).toEqual(
      new Set(['faq/bridge.yaml', 'locales/en-US.yaml', 'locales/fr.yaml']),
    );
  });

  it('tells of a reply that Discord would refuse', () => {
    const texts = localeYaml({ 'command.ask.description': 'x'.repeat(101) });
    const { checked, issues } = checkContent(smallContent({ 'locales/en-US.yaml': texts }));
    expect(checked).toBeUndefined();
    expect(issues).toEqual([expect.objectContaining({ message: expect.stringContaining('en-US') })]);
  });
});
