/** An answer as text for a terminal. */

import {
  contextOf,
  headingOf,
  shownEntry,
  tellsReading,
  type Answer,
  type AnswerFromEntry,
  type NotCovered,
} from '../../answers/answer.ts';
import { exampleQuestions, otherQuestions } from '../../answers/offered-questions.ts';
import type { ReportAndFaq } from '../../bot/bot.ts';
import { citationOf } from '../../content/citation.ts';
import type { Entry } from '../../content/faq.ts';
import { quotedText, type Quotation } from '../../content/quotation.ts';
import type { FieldName, Report } from '../../content/report.ts';
import type { Translator } from '../../i18n/translator.ts';
import { createStyles, type Layout, type Styles } from './styles.ts';

/** How many questions show what can be asked. */
const EXAMPLES = 5;

export interface ShownText {
  /** All of it. */
  readonly text: string;
  /** The same without what is offered below an answer. */
  readonly reply: string;
  /** What is offered below an answer; `undefined` if nothing is. */
  readonly menu: string | undefined;
  /** The entries that a number chooses; the first is 1. */
  readonly choices: readonly Entry[];
}

export function showAnswer(answer: Answer, from: ReportAndFaq, translator: Translator, layout: Layout): ShownText {
  const styles = createStyles(layout);
  switch (answer.kind) {
    case 'quoted': {
      const { entry, quotations, basisFirst } = answer;
      const lines = [
        ...quotedHeading(answer, translator, styles),
        ...notMentioned(answer, translator, styles),
        ...quotations.flatMap((one) => attributedLines(one, from.report, translator, styles, basisFirst)),
        ...contextAndSource(entry, from.report, translator, styles),
      ];
      return withOthers(lines, answer, from, translator, layout);
    }
    case 'not_stated': {
      const lines = [
        styles.strong(translator.t('reply.notStated')),
        ...notMentioned(answer, translator, styles),
        ...(tellsReading(answer) ? [readAs(answer.entry, translator, styles)] : []),
        ...closestLines(answer, from.report, translator, styles),
      ];
      return withOthers(lines, answer, from, translator, layout);
    }
    case 'not_covered': {
      const lines = [
        styles.strong(translator.t('reply.notStated')),
        ...notMentioned(answer, translator, styles),
        ...closestLines(answer, from.report, translator, styles),
      ];
      return withOthers(lines, answer, from, translator, layout);
    }
    case 'known': {
      const lines = [
        styles.strong(headingOf(answer.entry)),
        styles.plain(translator.t('reply.known')),
        ...answer.fields.flatMap((field) => fieldLines(field, translator, styles)),
      ];
      return withOthers(lines, answer, from, translator, layout);
    }
    case 'ambiguous': {
      const { candidates } = answer;
      const lines = [
        styles.strong(translator.t('reply.ambiguous')),
        ...numberedQuestions(candidates, translator, styles),
        ...(layout.canChoose ? [styles.faint(translator.t('terminal.choose', { count: candidates.length }))] : []),
      ];
      return shown(lines, candidates);
    }
    case 'small_talk': {
      // What can be typed differs from Discord.
      const line = translator.t(answer.about === 'help' ? 'terminal.help' : `smallTalk.${answer.about}.reply`);
      return withExamples(styles.plain(line), from, translator, styles);
    }
    case 'unanswered':
      return withExamples(styles.strong(translator.t('reply.unanswered')), from, translator, styles);
  }
}

function notMentioned(
  { notMentioned: names }: AnswerFromEntry | NotCovered,
  translator: Translator,
  styles: Styles,
): string[] {
  return names.map((name) => styles.plain(translator.t('reply.notMentioned', { name })));
}

/**
 * What stands above a quotation: the heading of its entry, unless that would claim too much, or
 * take for a fact what the reader wants to have confirmed.
 */
function quotedHeading(
  { entry, hedged, basisFirst }: Extract<AnswerFromEntry, { kind: 'quoted' }>,
  translator: Translator,
  styles: Styles,
): string[] {
  const question = headingOf(entry);
  if (hedged)
    return [
      styles.strong(translator.t('reply.hedged')),
      styles.plain(translator.t('reply.closestQuestion', { question })),
    ];
  if (basisFirst) return [styles.strong(translator.t('reply.basis')), readAs(entry, translator, styles)];
  return [styles.strong(question)];
}

function readAs(entry: Entry, translator: Translator, styles: Styles): string {
  return styles.plain(translator.t('reply.readAs', { question: headingOf(entry) }));
}

/**
 * The passages that come closest, marked as no answer; or that none does, if an entry's author says
 * so.
 */
function closestLines(
  answer: Extract<AnswerFromEntry, { kind: 'not_stated' }> | NotCovered,
  report: Report,
  translator: Translator,
  styles: Styles,
): readonly string[] {
  const { closest } = answer;
  if (closest.length === 0)
    return answer.kind === 'not_covered' ? [] : ['', styles.plain(translator.t('reply.noneNear'))];
  return [
    '',
    styles.plain(translator.t('reply.closest', { count: closest.length })),
    ...closest.flatMap((quotation) => attributedLines(quotation, report, translator, styles)),
    ...contextAndSource(shownEntry(answer), report, translator, styles),
  ];
}

function contextAndSource(
  entry: Entry | undefined,
  report: Report,
  translator: Translator,
  styles: Styles,
): readonly string[] {
  const { title, address } = report.known;
  return [
    ...contextOf(entry).flatMap((quotation) => [
      '',
      styles.plain(translator.t('reply.context')),
      ...attributedLines(quotation, report, translator, styles),
    ]),
    '',
    styles.faint(translator.t('citation.source', { title: title.value, date: translator.reportDate })),
    styles.faint(address.value),
    styles.faint(translator.t('citation.republished')),
  ];
}

/** @param basisFirst whether who says so stands above the quoted words */
function attributedLines(
  quotation: Quotation,
  report: Report,
  translator: Translator,
  styles: Styles,
  basisFirst = false,
): readonly string[] {
  const citation = citationOf(report, quotation);
  const quote = styles.quotation(quotedText(report, quotation));
  const basis = translator
    .attributions(citation)
    .map((attribution) => styles.marked(basisFirst ? '  ' : '  — ', attribution));
  return [
    '',
    ...(basisFirst ? [...basis, quote] : [quote, ...basis]),
    styles.faintIndented(translator.paragraph(citation)),
  ];
}

function fieldLines(name: FieldName, translator: Translator, styles: Styles): readonly string[] {
  const { name: field, value, how } = translator.field(name);
  return [
    '',
    styles.plain(translator.t('reply.knownField', { field, value })),
    styles.faint(translator.t('reply.knownHow', { origin: how })),
  ];
}

function withOthers(
  lines: readonly string[],
  answer: AnswerFromEntry | NotCovered,
  { faq }: ReportAndFaq,
  translator: Translator,
  layout: Layout,
): ShownText {
  const styles = createStyles(layout);
  const choices = otherQuestions(answer, faq);
  if (choices.length === 0) return shown(lines, choices);
  const offer = styles.faint(translator.t(layout.canChoose ? 'terminal.others' : 'reply.otherMenu'));
  return shown(lines, choices, [offer, ...numberedQuestions(choices, translator, styles)]);
}

function withExamples(line: string, { faq }: ReportAndFaq, translator: Translator, styles: Styles): ShownText {
  const choices = exampleQuestions(faq, EXAMPLES);
  const canAsk = styles.plain(translator.t('reply.canAsk'));
  return shown([line, canAsk, ...numberedQuestions(choices, translator, styles)], choices);
}

function shown(lines: readonly string[], choices: readonly Entry[], menuLines: readonly string[] = []): ShownText {
  const reply = lines.join('\n');
  const menu = menuLines.length === 0 ? undefined : menuLines.join('\n');
  return { text: menu === undefined ? reply : `${reply}\n\n${menu}`, reply, menu, choices };
}

function numberedQuestions(entries: readonly Entry[], translator: Translator, styles: Styles): readonly string[] {
  return entries.map((entry, index) => styles.marked(`  ${index + 1}. `, optionText(entry, translator)));
}

/** The question, and whether the report's text leaves it open. */
function optionText({ question, answer }: Entry, translator: Translator): string {
  switch (answer.kind) {
    case 'quoted':
      return question;
    case 'not_stated':
      return translator.t('terminal.option', { question, where: translator.t('reply.optionNotStated') });
    case 'known':
      return translator.t('terminal.option', { question, where: translator.t('reply.optionKnown') });
  }
}
