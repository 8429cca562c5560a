/** A made-up report with a small FAQ: content files for tests that break them one at a time. */

import { hashOfPassages } from '../../src/content/report-file.ts';
import type { SourceFile } from '../../src/content/yaml-file.ts';

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
colour: "#1F6FEB"
telling: [bridge-when]
entries:
  - id: bridge-when
    question: When was the bridge opened?
    quotations: [1]
    related: [eels]
    phrasings:
      - what day did the bridge open
      - date of the opening
      - when could people first cross
  - id: eels
    question: What happened to the eels?
    quotations:
      - { passage: 2, text: "${PASSAGES[1]}" }
    phrasings:
      - where did the eels go
      - effect of the noise on fish
      - are there still eels
  - id: bridge-cost
    question: What did the bridge cost?
    notStated: true
    closest: [1]
    phrasings:
      - price of the bridge
      - how expensive was it
      - how much money was spent
  - id: bridge-outlet
    question: Who published this?
    known: [publisher]
    phrasings:
      - which paper is this from
      - name of the newspaper
      - what outlet wrote it
`;

export const LEXICON_YAML = `
same:
  - [bridge, crossing]
abbreviations: { ppl: people }
twoMeanings: [bank]
`;

export const OFF_TOPIC_YAML = `questions: [how do I bake bread]\n`;

/** The files of the made-up content, some of them replaced by `texts` (by name; `undefined` takes one away). */
export function smallContent(texts: Readonly<Record<string, string | undefined>> = {}): readonly SourceFile[] {
  const all: Record<string, string | undefined> = {
    'report.yaml': REPORT_YAML,
    'lexicon.yaml': LEXICON_YAML,
    'off-topic.yaml': OFF_TOPIC_YAML,
    'faq/bridge.yaml': TOPIC_YAML,
    ...texts,
  };
  return Object.entries(all).flatMap(([name, text]) => (text === undefined ? [] : [{ name, text }]));
}
