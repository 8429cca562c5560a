import { describe, expect, it } from 'vitest';
import { makePrepared } from '../../src/build/make-prepared.ts';
import { localeYaml, smallContent, TOPIC_YAML } from '../support/small-content.ts';

describe('preparing', () => {
  it('tells the issues of the FAQ and of the locales at once', () => {
    const { prepared, issues } = makePrepared(
      smallContent({
        'faq/bridge.yaml': TOPIC_YAML.replace('closest: [1]', 'closest: [8]'),
        'locales/en-US.yaml': localeYaml({ 'reply.hello': 'Hi' }),
      }),
    );
    expect(prepared).toBeUndefined();
    expect(issues.map(({ file, entry }) => entry ?? file)).toEqual(['bridge-cost', 'locales/en-US.yaml']);
  });
});
