/**
 * A bot on the small made-up content, with the real locale files and a matcher that is a table:
 * made in milliseconds.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { createAnswerer } from '../../src/answers/answerer.ts';
import { createConversation } from '../../src/answers/conversation.ts';
import { DEFAULT_SETTINGS, type Bot } from '../../src/bot/bot.ts';
import { describeIssue } from '../../src/content/content-issue.ts';
import type { Entry, Faq } from '../../src/content/faq.ts';
import { wholePassage } from '../../src/content/quotation.ts';
import type { Passage, Report } from '../../src/content/report.ts';
import { readReport } from '../../src/content/report-file.ts';
import type { SourceFile } from '../../src/content/yaml-file.ts';
import { readLocales } from '../../src/i18n/locale-file.ts';
import type { Messages } from '../../src/i18n/messages.ts';
import { parseMessages } from '../../src/i18n/parsed-messages.ts';
import { createTranslators } from '../../src/i18n/translators.ts';
import type { Decision, Matcher } from '../../src/matcher/index.ts';
import { readSmallContent } from './small-content.ts';

const CONTENT = new URL('../../content/', import.meta.url);

function contentFile(name: string): SourceFile {
  return { name, text: readFileSync(new URL(name, CONTENT), 'utf8') };
}

/**
 * The messages of every supported locale. Labels are checked against the real report, whose
 * speakers they name.
 */
export const messages: readonly Messages[] = realMessages();

function realMessages(): readonly Messages[] {
  const { value: report } = readReport(contentFile('report.yaml'));
  const files = readdirSync(new URL('locales/', CONTENT)).map((name) => contentFile(`locales/${name}`));
  const { messages, issues } = readLocales(files, report);
  if (issues.length > 0) throw new Error(issues.map(describeIssue).join('\n'));
  return messages;
}

const small = readSmallContent();
export const { report } = small;

/** Beside the entries of the made-up content: one that quotes both passages. */
const both: Entry = {
  id: 'bridge-and-eels',
  topic: 'bridge',
  question: 'What does the report tell?',
  answer: { kind: 'quoted', quotations: report.passages.map(wholePassage) },
  related: ['eels', 'bridge-cost'],
  aliases: [],
  context: [],
};
/** The entry `eels` with a heading of its own, and context. */
export const withHeadingAndContext: Entry = makePlain('eels');

function makePlain(id: string): Entry {
  const entry = small.faq.entries.find((one) => one.id === id);
  const [first] = report.passages;
  if (!entry || !first) throw new Error(`no entry ${id}, or no passage`);
  return { ...entry, heading: 'What a fisher says', context: [wholePassage(first)] };
}

export const faq: Faq = { ...small.faq, entries: [...small.faq.entries, both] };

/** Questions that are not phrasings, and what the table decides. */
const DECISIONS: ReadonlyMap<string, Decision> = new Map<string, Decision>([
  ['bridge', { kind: 'ambiguous', ids: ['bridge-when', 'bridge-cost'] }],
  ['did the crabs leave too', { kind: 'match', id: 'eels', confidence: 0.6, hedged: true }],
  ['who paid for the opening', { kind: 'denied', nearest: 'bridge-when', confidence: 0.7 }],
]);

/**
 * Decides by phrasings alone: a question that is one is a match, and any other that is not in
 * `DECISIONS` is off-topic.
 */
export const tableMatcher: Pick<Matcher, 'match' | 'explain' | 'suggest'> = {
  match(question) {
    const asked = question
      .trim()
      .toLowerCase()
      .replace(/[?.!]$/, '');
    const decision = DECISIONS.get(asked);
    if (decision) {
      const ranked = decision.kind === 'denied' && decision.nearest ? [{ id: decision.nearest, score: 0.2 }] : [];
      return { ranked, decision, names: [] };
    }
    const id = [...small.phrasings].find(([, phrasings]) => phrasings.includes(asked))?.[0];
    if (id === undefined) return { ranked: [], decision: { kind: 'none' }, names: [] };
    const others = faq.entries.filter((entry) => entry.id !== id);
    const ranked = [{ id, score: 0.9 }, ...others.map((entry, index) => ({ id: entry.id, score: 0.05 / 10 ** index }))];
    return { ranked, decision: { kind: 'match', id, confidence: 0.95, hedged: false }, names: [] };
  },
  suggest: (typed, limit) =>
    faq.entries
      .filter(({ question }) => question.toLowerCase().includes(typed.toLowerCase()))
      .map(({ id }) => id)
      .slice(0, limit),
  explain(question) {
    const words = question.split(' ').map((typed) => ({ typed, corrected: typed, stem: typed, known: true }));
    const check = { unaccounted: [], because: [] };
    const { decision } = tableMatcher.match(question);
    return { words, entries: [], check, decision, reasons: ['It is in the table.'] };
  },
};

export const bot: Bot = botOf(report, faq);

/** A bot that answers with another report or FAQ. */
export function botOf(otherReport: Report, otherFaq: Faq): Bot {
  const parsed = messages.map((ofLocale) => parseMessages(ofLocale, otherReport));
  const translators = createTranslators(parsed, otherReport);
  return {
    report: otherReport,
    faq: otherFaq,
    answerer: createAnswerer(otherFaq, tableMatcher, createConversation(translators.all)),
    translators,
    settings: DEFAULT_SETTINGS,
  };
}

export const english = bot.translators.default;

/** A report with these texts as its passages, and one entry, `long`, that quotes them all. */
export function longBot(texts: readonly string[]): Bot {
  const passages = texts.map((text, index): Passage => ({
    number: index + 1,
    text,
    caption: false,
    parts: [{ text, speaker: 'outlet', basis: 'reporting' }],
  }));
  const long: Entry = {
    id: 'long',
    topic: 'bridge',
    question: 'What is long?',
    answer: { kind: 'quoted', quotations: passages.map(wholePassage) },
    related: [],
    aliases: [],
    context: [],
  };
  return botOf({ ...report, passages }, { ...faq, entries: [long] });
}

/** Text of about 60 characters a sentence. */
export function longText(name: string, sentences: number): string {
  return Array.from(
    { length: sentences },
    (_, index) => `Sentence ${index} of ${name} goes on for a while, as such sentences do.`,
  ).join(' ');
}
