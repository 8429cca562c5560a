/** A made-up report with a small FAQ: content files for tests that break them one at a time. */

import { stringify } from 'yaml';
import { readContent, type Content } from '../../src/content/content.ts';
import { BASES } from '../../src/content/report.ts';
import { hashOfPassages } from '../../src/content/report-file.ts';
import type { SourceFile } from '../../src/content/yaml-file.ts';
import { MESSAGE_ARGUMENTS } from '../../src/i18n/messages.ts';

export const PASSAGES = [
  'The mayor opened a bridge on Monday. “It took nine years,” she told the Harbour Post.',
  'A fisher, who asked not to be named, said the noise had driven the eels away.',
] as const;

export const REPORT_YAML = `
language: en
title: { value: A bridge opens, from: title-line }
publisher: { value: Harbour Post, from: title-line }
address: { value: "https://example.org/bridge", from: title-line }
date: { value: "2021-05-04", from: title-line }
byline: { value: null, from: supplied-text }
text: { value: example.net, from: supplied-text }
passagesHash: ${hashOfPassages(PASSAGES.map((text) => ({ text })))}
passages:
  - number: 1
    parts:
      - { text: "The mayor opened a bridge on Monday. ", speaker: outlet, basis: reporting }
      - { text: "“It took nine years,”", speaker: mayor, basis: told }
      - { text: " she told the Harbour Post.", speaker: outlet, basis: reporting }
  - number: 2
    parts:
      - { text: "${PASSAGES[1]}", speaker: fisher, basis: told, caveat: unnamed }
`;

export const TOPIC_YAML = `title: The bridge
order: 1
color: "#1F6FEB"
featured: [bridge-when]
entries:
  - id: bridge-when
    question: When was the bridge opened?
    quotations: [1]
    related: [eels]
  - id: eels
    question: What happened to the eels?
    quotations:
      - { passage: 2, text: "${PASSAGES[1]}" }
  - id: bridge-cost
    aliases: [bridge-price]
    question: Does the report say what the bridge cost?
    notStated: true
    closest: [1]
  - id: bridge-outlet
    question: Who published this?
    known: [publisher]
`;

export const PHRASINGS_YAML = `bridge-when:
  - what day did the bridge open
  - date of the opening
  - when could people first cross
eels:
  - where did the eels go
  - effect of the noise on fish
  - are there still eels
bridge-cost:
  - price of the bridge
  - how expensive was it
  - how much money was spent
bridge-outlet:
  - which paper is this from
  - name of the newspaper
  - what outlet wrote it
`;

export const LEXICON_YAML = `
names:
  - [the Harbour Post, Post]
  - [Rivertown, River Town]
abbreviations: { ppl: people }
`;

export const OFF_TOPIC_YAML = `questions: [how do I bake bread]\n`;

export const NEAR_MISSES_YAML = `"1":
  - who built the bridge
  - was the opening on a tuesday last year as well
"2":
  - how old is the fisher
`;

/** Every message as its key and arguments; `changes` replaces, adds or removes texts by key. */
export function localeYaml(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const messages = Object.entries(MESSAGE_ARGUMENTS).map(([key, given]): [string, string] => [
    key,
    /^command\.(?!askTheReport).*name$/.test(key) ? 'name' : [key, ...given.map((name) => `{${name}}`)].join(' '),
  ]);
  const labels = [
    ...['outlet', 'mayor', 'fisher'].map((name) => `speakers.${name}`),
    ...BASES.map((name) => `bases.${name}`),
    'caveats.unnamed',
    ...['title-line', 'supplied-text'].map((name) => `origins.${name}`),
    ...['title', 'publisher', 'address', 'date', 'byline', 'text'].map((name) => `fields.${name}`),
    ...['none', 'text'].map((name) => `fieldValues.${name}`),
  ].map((key): [string, string] => [key, key]);
  return stringify(nested({ ...Object.fromEntries([...messages, ...labels]), ...changes }));
}

/** The files of the made-up content. `texts` replaces files by name; `undefined` removes one. */
export function smallContent(texts: Readonly<Record<string, string | undefined>> = {}): readonly SourceFile[] {
  const all: Record<string, string | undefined> = {
    'report.yaml': REPORT_YAML,
    'lexicon/en.yaml': LEXICON_YAML,
    'off-topic/en.yaml': OFF_TOPIC_YAML,
    'near-misses/en.yaml': NEAR_MISSES_YAML,
    'faq/bridge.yaml': TOPIC_YAML,
    'phrasings/en/bridge.yaml': PHRASINGS_YAML,
    'locales/en-US.yaml': localeYaml(),
    ...texts,
  };
  return Object.entries(all).flatMap(([name, text]) => (text === undefined ? [] : [{ name, text }]));
}

/** The made-up content, read and checked. */
export function readSmallContent(): Content {
  const { content, issues } = readContent(smallContent());
  if (!content) throw new Error(`The small content has issues: ${JSON.stringify(issues)}`);
  return content;
}

/**
 * The text with one place changed. Throws if there is no such place, so that a test tests
 * something.
 */
export function changed(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`There is no “${from}” to change.`);
  return text.replace(from, () => to);
}

function nested(texts: Readonly<Record<string, string | undefined>>): object {
  const root: Record<string, unknown> = {};
  for (const [key, text] of Object.entries(texts)) {
    if (text === undefined) continue;
    const names = key.split('.');
    let place = root;
    for (const name of names.slice(0, -1)) place = (place[name] ??= {}) as Record<string, unknown>;
    place[names.at(-1) ?? key] = text;
  }
  return root;
}
