import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/check-content.ts';
import { smallContent, TOPIC_YAML } from '../support/small-content.ts';

describe('checking content', () => {
  it('tells the issues of the FAQ and of the messages at once', () => {
    const { issues } = checkContent([
      ...smallContent({ 'faq/bridge.yaml': TOPIC_YAML.replace('closest: [1]', 'closest: [8]') }),
      { name: 'locales/fr.yaml', text: 'hello: Bonjour' },
    ]);
    const places = issues.map(({ file, entry }) => entry ?? file);
    expect(places[0]).toBe('bridge-cost');
    expect(places).toContain('locales/fr.yaml');
    expect(places).toContain('locales/en-US.yaml');
  });
});
