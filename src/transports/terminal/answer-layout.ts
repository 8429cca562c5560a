/** An answer as lines for a terminal. */

import { styleText } from 'node:util';
import wrapAnsi from 'wrap-ansi';
import type { Answer } from '../../answers/answer.ts';
import { tellingFirst } from '../../answers/answerer.ts';
import type { Translator } from '../../i18n/translator.ts';
import { citationOf } from '../../content/citation.ts';
import { quotationsOf, type Entry, type Faq } from '../../content/faq.ts';
import { quotedText, type Quotation } from '../../content/quotation.ts';
import type { Report } from '../../content/report.ts';

export interface Layout {
  /** Columns of the window. */
  readonly width: number;
  readonly colour: boolean;
  /** Whether a number can be typed next, to choose what is offered. */
  readonly canChoose: boolean;
}

/** Lines longer than this are hard to read, however wide the window. */
const WIDEST = 88;
/** The most of other questions that are offered below an answer. */
const MOST_OTHERS = 5;
const EXAMPLES = 5;

export interface Shown {
  readonly text: string;
  /** Entries that a number chooses, the first being 1. */
  readonly choices: readonly Entry[];
}

export function showAnswer(
  answer: Answer,
  { report, faq }: { report: Report; faq: Faq },
  translator: Translator,
  layout: Layout,
): Shown {
  const draw = pens(layout);
  switch (answer.kind) {
    case 'quoted':
    case 'not_stated': {
      const { entry, candidates } = answer;
      const related = faq.entries.filter(({ id }) => entry.related.includes(id));
      const choices = [...new Set([...candidates, ...related])]
        .filter(({ id }) => id !== entry.id)
        .slice(0, MOST_OTHERS);
      const others =
        choices.length === 0
          ? []
          : [
              '',
              draw.faint(translator.t(layout.canChoose ? 'terminal.others' : 'reply.otherMenu')),
              ...numbered(choices, draw),
            ];
      return {
        text: [...head(entry, translator, draw), ...body(entry, report, translator, draw), ...others].join('\n'),
        choices,
      };
    }
    case 'ambiguous': {
      const { candidates: choices } = answer;
      const lines = [
        draw.strong(translator.t('reply.ambiguous')),
        ...numbered(choices, draw),
        ...(layout.canChoose ? [draw.faint(translator.t('terminal.choose', { count: choices.length }))] : []),
      ];
      return { text: lines.join('\n'), choices };
    }
    case 'unanswered': {
      const telling = tellingFirst(faq).slice(0, EXAMPLES);
      const choices = faq.entries.filter(({ id }) => telling.includes(id));
      return {
        text: [
          draw.strong(translator.t('reply.unanswered')),
          draw.plain(translator.t('reply.canAsk')),
          ...numbered(choices, draw),
        ].join('\n'),
        choices,
      };
    }
  }
}

function head(entry: Entry, translator: Translator, draw: Pens): readonly string[] {
  switch (entry.answer.kind) {
    case 'quoted':
      return [draw.strong(entry.question)];
    case 'not_stated':
      return [
        draw.strong(translator.t('reply.notStated')),
        draw.plain(translator.t('reply.readAs', { question: entry.question })),
        '',
        draw.plain(translator.t('reply.closest', { count: entry.answer.closest.length })),
      ];
    case 'known':
      return [draw.strong(entry.question), draw.plain(translator.t('reply.known'))];
  }
}

function body(entry: Entry, report: Report, translator: Translator, draw: Pens): readonly string[] {
  if (entry.answer.kind === 'known') {
    return entry.answer.fields.flatMap((name) => {
      const { name: field, value, how } = translator.field(name);
      return [
        '',
        draw.plain(translator.t('reply.knownField', { field, value })),
        draw.faint(translator.t('reply.knownHow', { origin: how })),
      ];
    });
  }
  const { title, date, address } = report.known;
  return [
    ...quotationsOf(entry).flatMap((quotation) => quoted(quotation, report, translator, draw)),
    '',
    draw.faint(translator.t('citation.source', { title: title.value, date: translator.date(date.value) })),
    draw.faint(address.value),
    draw.faint(translator.t('citation.republished')),
  ];
}

function quoted(quotation: Quotation, report: Report, translator: Translator, draw: Pens): readonly string[] {
  const citation = citationOf(report, quotation);
  const attributions = translator.attributions(citation).map((attribution) => draw.indented(attribution, '  — '));
  return [
    '',
    draw.quotation(quotedText(report, quotation)),
    ...attributions,
    draw.faintIndented(translator.paragraph(citation)),
  ];
}

function numbered(entries: readonly Entry[], draw: Pens): readonly string[] {
  return entries.map(({ question }, index) => draw.indented(question, `  ${index + 1}. `));
}

interface Pens {
  readonly plain: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly faintIndented: (text: string) => string;
  readonly indented: (text: string, mark: string) => string;
  readonly quotation: (text: string) => string;
}

function pens({ width, colour }: Layout): Pens {
  const columns = Math.max(20, Math.min(width, WIDEST));
  const wrap = (text: string, indent: number): readonly string[] =>
    wrapAnsi(text, columns - indent, { hard: false }).split('\n');
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const indented = (text: string, mark: string): string =>
    wrap(text, mark.length)
      .map((line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line)
      .join('\n');
  return {
    plain: (text) => wrap(text, 0).join('\n'),
    strong: (text) => style('bold', wrap(text, 0).join('\n')),
    faint: (text) => style('dim', wrap(text, 0).join('\n')),
    faintIndented: (text) => style('dim', indented(text, '    ')),
    indented,
    quotation: (text) =>
      wrap(text, 4)
        .map((line) => `${style('cyan', '  │ ')}${line}`)
        .join('\n'),
  };
}
