import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseYaml, readYaml } from '../../src/content/yaml-file.ts';

const schema = z.strictObject({
  title: z.string(),
  order: z.int(),
  tags: z.array(z.string()).min(1),
  place: z.strictObject({ city: z.string() }).optional(),
});
const RIGHT = 'title: A\norder: 1\ntags:\n  - one\n';

function issuesOf(text: string) {
  return readYaml({ name: 'a.yaml', text }, schema).issues.map(({ line, message }) => ({ line, message }));
}

describe('a YAML file', () => {
  it('is read where it fits the schema', () => {
    expect(readYaml({ name: 'a.yaml', text: RIGHT }, schema)).toMatchObject({
      value: { title: 'A', order: 1, tags: ['one'] },
      issues: [],
    });
  });

  it.each([
    ['a missing field at the line of its parent', `${RIGHT}place:\n  {}\n`, 5, /^place\.city is missing: add it\.$/],
    ['an unknown field at its own line', `${RIGHT}# more\nextra:\n  - 1\n`, 6, /no field called “extra”/],
    ['an unknown field inside another', `${RIGHT}place:\n  city: B\n  zip: C\n`, 7, /no field called “place\.zip”/],
    ['a wrong item of a list at its line', `${RIGHT}  - two\n  - 3\n`, 6, /^This item of tags must be text/],
    ['a wrong number', 'title: A\norder: first\ntags: [one]\n', 2, /^order must be a whole number\.$/],
    ['text in place of a list', 'title: A\norder: 1\ntags: one\n', 3, /^tags must be a list\.$/],
    ['an empty list', 'title: A\norder: 1\ntags: []\n', 3, /^tags is an empty list/],
    ['a field without a value', 'title:\norder: 1\ntags: [one]\n', 1, /^title is empty: fill it in\.$/],
    ['an empty file', '', undefined, /^The file is empty/],
    ['text alone', 'hello', 1, /^The file must have fields/],
    ['brackets that do not close', 'title: [A\n', 2, /^This is not valid YAML/],
    ['a key twice', `${RIGHT}order: 2\n`, 5, /^This is not valid YAML/],
    ['an unknown tag', RIGHT.replace('A', '!important A'), 1, /^Tags are not supported/],
    ['a reference without an anchor', RIGHT.replace('one', '*one'), 4, /^References are not supported.*\*one/],
    ['a key that JavaScript treats specially', `${RIGHT}__proto__: {}\n`, 5, /can’t be the name of a field/],
    ['a key that is a list', `${RIGHT}? [a]\n: b\n`, 5, /can’t be the name of a field/],
    ['a NUL byte', `${RIGHT}  - a\0b\n`, 5, /not UTF-8 text/],
    ['bytes that were not UTF-8', `${RIGHT}  - caf\uFFFD\n`, 5, /not UTF-8 text/],
  ])('tells %s', (_, text, line, message) => {
    expect(issuesOf(text)).toEqual([{ line, message: expect.stringMatching(message) }]);
  });

  it.each([
    ['a tag', 'title: !LONG A\n'],
    ['the head of a block', 'title: |LONG\n  A\n'],
    ['a reference', 'title: *LONG\n'],
  ])('tells briefly of %s, however long', (_, text) => {
    const [issue] = issuesOf(text.replace('LONG', 'x'.repeat(3000)));
    expect(issue?.message).toContain('x…');
    expect(issue?.message.length).toBeLessThan(300);
  });

  it('cuts no character in two', () => {
    const messages = ['', 'x'].map((before) => issuesOf(`title: |${before}${'😀'.repeat(300)}\n  A\n`)[0]?.message);
    for (const message of messages) expect(message).toMatch(/😀…/u);
  });

  it('does not expand references that multiply', () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `l${level + 1}: &l${level + 1} [${`*l${level}, `.repeat(9)}]`,
    );
    expect(issuesOf(['l0: &l0 [x]', ...levels].join('\n'))[0]).toMatchObject({ line: 2 });
  });

  it('tells once of what is nested too deeply', () => {
    const [issue, ...others] = issuesOf(`${RIGHT}  - ${'['.repeat(20_000)}`);
    expect(issue).toEqual({ line: 5, message: expect.stringContaining('nested too deeply') });
    expect(others.length).toBeLessThan(3);
  });

  it('tells all that is wrong at once, in one file', () => {
    expect(issuesOf('title: 1\norder: x\ntags: one\n')).toHaveLength(3);
  });

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '*a',
      '&a ',
      '!t ',
      '"',
      '|',
      '#',
      '? ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (text) => {
          const { value, issues } = readYaml({ name: 'a.yaml', text }, schema);
          expect(value === undefined).toBe(issues.length > 0);
        },
      ),
    );
  });
});

describe('a place in a YAML file', () => {
  const { value: yaml } = parseYaml({ name: 'a.yaml', text: 'list:\n  - a: 1\n    b:\n      - c\n' });

  it.each([
    ['a key', ['list', 0, 'b'], 3],
    ['an item', ['list', 0, 'b', 0], 4],
    ['what is missing: its nearest ancestor', ['list', 0, 'z', 5], 2],
    ['the whole file', [], 1],
  ])('is the line of %s', (_, path, line) => {
    expect(yaml?.placeOf(path, 'entry')).toEqual({ file: 'a.yaml', line, entry: 'entry' });
  });
});
