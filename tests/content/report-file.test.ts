import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/content/report-file.ts';
import { changed, PASSAGES, REPORT_YAML } from '../support/small-content.ts';

function read(text: string) {
  return readReport({ name: 'report.yaml', text });
}

describe('a report file', () => {
  it('has passages that its parts join to', () => {
    expect(read(REPORT_YAML).value?.passages.map(({ text }) => text)).toEqual(PASSAGES);
  });

  it.each([
    ['a changed letter in a passage', 'opened a bridge', 'opened the bridge', 9, /passagesHash: [0-9a-f]{64}$/],
    ['passages out of order', 'number: 2', 'number: 3', 16, /this one must be 2/],
    [
      'an unknown basis',
      'speaker: mayor, basis: told',
      'speaker: mayor, basis: gossip',
      14,
      /must be one of reporting/,
    ],
    ['a speaker that is no name', 'speaker: mayor', 'speaker: The Mayor', 14, /must be a name/],
    ['a day that there is not', '2021-05-04', '2021-02-30', 6, /must be a date/],
    ['an address that is none', 'https://example.org/bridge', 'example', 5, /must be a web address/],
    ['an address that runs a script', 'https://example.org/bridge', 'javascript:alert(1)', 5, /must be a web address/],
    ['an address that ends a Markdown link', 'org/bridge', 'org/a) [b](c', 5, /must not have spaces/],
    ['a title without words', 'value: A bridge opens', 'value: ""', 3, /title\.value is empty/],
    ['an unknown field', 'language: en', 'language: en\neditor: me', 3, /no field called “editor”/],
  ])('tells %s', (_, from, to, line, message) => {
    const { value, issues } = read(changed(REPORT_YAML, from, to));
    expect(value).toBeUndefined();
    expect(issues).toContainEqual({
      file: 'report.yaml',
      line,
      entry: undefined,
      message: expect.stringMatching(message),
    });
  });

  it('may have no byline', () => {
    expect(read(REPORT_YAML).value?.known.byline.value).toBeNull();
  });
});
