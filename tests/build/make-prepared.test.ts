import { describe, expect, it } from 'vitest';
import { makePrepared } from '../../src/build/make-prepared.ts';
import { ContentError } from '../../src/content/content-issue.ts';
import type { SourceFile } from '../../src/content/yaml-file.ts';
import { smallContent, TOPIC_YAML } from '../support/small-content.ts';

function faultyFiles(files: readonly SourceFile[]): readonly string[] {
  try {
    makePrepared(files);
  } catch (error) {
    if (error instanceof ContentError) return error.faults.map(({ file, entry }) => entry ?? file);
    throw error;
  }
  return [];
}

describe('preparing', () => {
  it('tells the faults of the FAQ and of the messages at once', () => {
    const faulty = faultyFiles([
      ...smallContent({ 'faq/bridge.yaml': TOPIC_YAML.replace('closest: [1]', 'closest: [8]') }),
      { name: 'messages/fr.yaml', text: 'hello: Bonjour' },
    ]);
    expect(faulty[0]).toBe('bridge-cost');
    expect(faulty).toContain('messages/fr.yaml');
    expect(faulty).toContain('locales/en-US.yaml');
  });
});
