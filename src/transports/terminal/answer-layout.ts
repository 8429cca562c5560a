/** An answer as text for a terminal. */

import type { Answer, AnswerFromEntry, NotCovered } from '../../answers/answer.ts';
import { exampleQuestions, otherQuestions } from '../../answers/offered-questions.ts';
import type { ReportAndFaq } from '../../bot/bot.ts';
import { citationOf } from '../../content/citation.ts';
import type { Entry } from '../../content/faq.ts';
import { quotedText, type Quotation } from '../../content/quotation.ts';
import type { FieldName, Report } from '../../content/report.ts';
import type { Translator } from '../../i18n/translator.ts';
import { createStyles, type Layout, type Styles } from './styles.ts';

/** How many other questions are offered below an answer, at most. */
const MAX_OTHERS = 5;
/** How many questions show what can be asked. */
const EXAMPLES = 5;

export interface ShownText {
  readonly text: string;
  /** The entries that a number chooses; the first is 1. */
  readonly choices: readonly Entry[];
}

export function showAnswer(answer: Answer, from: ReportAndFaq, translator: Translator, layout: Layout): ShownText {
  const styles = createStyles(layout);
  switch (answer.kind) {
    case 'quoted': {
      const lines = [
        styles.strong(answer.entry.question),
        ...(answer.hedged ? [styles.plain(translator.t('reply.hedged'))] : []),
        ...quotationLines(answer.quotations, from.report, translator, styles),
      ];
      return withOthers(lines, answer, from, translator, layout);
    }
    case 'not_stated': {
      const lines = [
        styles.strong(translator.t('reply.notStated')),
        styles.plain(translator.t('reply.readAs', { question: answer.entry.question })),
        '',
        ...closestLines(answer.closest, from.report, translator, styles),
      ];
      return withOthers(lines, answer, from, translator, layout);
    }
    case 'not_covered': {
      const lines = [
        styles.strong(translator.t('reply.notStated')),
        '',
        ...closestLines(answer.closest, from.report, translator, styles),
      ];
      return withOthers(lines, answer, from, translator, layout);
    }
    case 'known': {
      const lines = [
        styles.strong(answer.entry.question),
        styles.plain(translator.t('reply.known')),
        ...answer.fields.flatMap((field) => fieldLines(field, translator, styles)),
      ];
      return withOthers(lines, answer, from, translator, layout);
    }
    case 'ambiguous': {
      const lines = [styles.strong(translator.t('reply.ambiguous')), ...numberedQuestions(answer.candidates, styles)];
      if (layout.canChoose)
        lines.push(styles.faint(translator.t('terminal.choose', { count: answer.candidates.length })));
      return { text: lines.join('\n'), choices: answer.candidates };
    }
    case 'unanswered':
      return withExamples(
        [styles.strong(translator.t('reply.unanswered')), styles.plain(translator.t('reply.canAsk'))],
        from,
        layout,
      );
  }
}

/** What can be asked, with examples, and what else can be typed. */
export function showHelp(from: ReportAndFaq, translator: Translator, layout: Layout): ShownText {
  const styles = createStyles(layout);
  return withExamples(
    [styles.plain(translator.t('terminal.help')), styles.plain(translator.t('reply.canAsk'))],
    from,
    layout,
  );
}

function closestLines(
  closest: readonly Quotation[],
  report: Report,
  translator: Translator,
  styles: Styles,
): readonly string[] {
  return [
    styles.plain(translator.t('reply.closest', { count: closest.length })),
    ...quotationLines(closest, report, translator, styles),
  ];
}

function quotationLines(
  quotations: readonly Quotation[],
  report: Report,
  translator: Translator,
  styles: Styles,
): readonly string[] {
  const { title, date, address } = report.known;
  return [
    ...quotations.flatMap((quotation) => attributedLines(quotation, report, translator, styles)),
    '',
    styles.faint(translator.t('citation.source', { title: title.value, date: translator.date(date.value) })),
    styles.faint(address.value),
    styles.faint(translator.t('citation.republished')),
  ];
}

function attributedLines(
  quotation: Quotation,
  report: Report,
  translator: Translator,
  styles: Styles,
): readonly string[] {
  const citation = citationOf(report, quotation);
  return [
    '',
    styles.quotation(quotedText(report, quotation)),
    ...translator.attributions(citation).map((attribution) => styles.marked('  — ', attribution)),
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
  const choices = otherQuestions(answer, faq, MAX_OTHERS);
  if (choices.length === 0) return { text: lines.join('\n'), choices };
  const offer = styles.faint(translator.t(layout.canChoose ? 'terminal.others' : 'reply.otherMenu'));
  return { text: [...lines, '', offer, ...numberedQuestions(choices, styles)].join('\n'), choices };
}

function withExamples(lines: readonly string[], { faq }: ReportAndFaq, layout: Layout): ShownText {
  const choices = exampleQuestions(faq, EXAMPLES);
  return { text: [...lines, ...numberedQuestions(choices, createStyles(layout))].join('\n'), choices };
}

function numberedQuestions(entries: readonly Entry[], styles: Styles): readonly string[] {
  return entries.map(({ question }, index) => styles.marked(`  ${index + 1}. `, question));
}
