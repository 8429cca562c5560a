import { describe, expect, it } from 'vitest';
import { describeIssue } from '../../src/content/content-issue.ts';

describe('a content issue', () => {
  it.each([
    ['its file', { file: 'faq/a.yaml' }, 'content/faq/a.yaml: Wrong.'],
    ['its file and line', { file: 'faq/a.yaml', line: 3 }, 'content/faq/a.yaml:3: Wrong.'],
    ['its file, line and entry', { file: 'faq/a.yaml', line: 3, entry: 'b' }, 'content/faq/a.yaml:3, entry b: Wrong.'],
  ])('is described with %s', (_, place, description) => {
    expect(describeIssue({ ...place, message: 'Wrong.' })).toBe(description);
  });
});
