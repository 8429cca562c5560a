/** Says things in one locale: the bot's own messages, and what is known of a quotation. */

import type { Citation } from '../content/citation.ts';
import type { AttributedShare } from '../content/quotation.ts';
import type { Attribution, FieldName, Report } from '../content/report.ts';
import { createLocaleFormats } from './locale-formats.ts';
import type { LabelGroup, MessageArguments, MessageKey } from './messages.ts';
import { commonArguments, type ParsedMessages } from './parsed-messages.ts';

export interface Translator {
  readonly locale: string;
  /** Whether this locale is in the language, whatever the region: `en` for en-US. */
  isLanguage(language: string): boolean;
  /** Makes what is otherwise made when first needed. */
  makeAhead(): void;
  /** The message in this locale. */
  t<Key extends MessageKey>(key: Key, ...args: MessageArguments<Key>): string;
  /** Who says the quoted words, and on what basis: one line for each attribution. */
  attributions(citation: Citation): readonly string[];
  /** The same as one text. */
  attribution(citation: Citation): string;
  /** "paragraph 4". */
  paragraph(place: Pick<Citation, 'paragraph' | 'caption'>): string;
  /**
   * Title, outlet, date, paragraph and link, without the attribution.
   * @param title what to write for the title, such as a link in Markdown
   */
  citation(citation: Citation, title?: string): string;
  /** When the report was published, in words. */
  readonly reportDate: string;
  /** "1, 2, and 3". */
  list(items: readonly string[]): string;
  /** A field known of the report: its name, its value in words, and how it is known. */
  field(name: FieldName): { readonly name: string; readonly value: string; readonly how: string };
}

export function createTranslator(messages: ParsedMessages, report: Report): Translator {
  const { locale, reportDate } = messages;
  const { known } = report;
  const common = commonArguments(report);
  const language = languageOf(locale);
  const formats = createLocaleFormats(locale);

  function t<Key extends MessageKey>(key: Key, ...[args]: MessageArguments<Key>): string {
    const text = messages.parsedTexts[key];
    return typeof text === 'string' ? text : formats.fill(text, { ...common, ...args });
  }

  function label(group: LabelGroup, name: string): string {
    return messages.labels[group][name] ?? name;
  }

  function attributionLine({ attribution, share }: AttributedShare): string {
    const words = whoAndHow(attribution);
    switch (share.of) {
      case 'all':
        return words;
      case 'marked':
        return t('attribution.shared', { share: t('attribution.marked'), attribution: words });
      case 'rest':
        return t('attribution.shared', { share: t('attribution.rest'), attribution: words });
      case 'sentences': {
        const { first, last } = share;
        const sentences = t('attribution.sentences', { first, last, count: last - first + 1 });
        return t('attribution.shared', { share: sentences, attribution: words });
      }
    }
  }

  function whoAndHow(attribution: Attribution): string {
    const speaker = label('speakers', attribution.speaker);
    const basis = label('bases', attribution.basis);
    if (attribution.caveat === undefined) return t('attribution.plain', { speaker, basis });
    return t('attribution.caveated', { speaker, basis, caveat: label('caveats', attribution.caveat) });
  }

  function attributions(citation: Citation): readonly string[] {
    return citation.attributions.map(attributionLine);
  }

  function paragraph({ paragraph: number, caption }: Pick<Citation, 'paragraph' | 'caption'>): string {
    return t(caption ? 'citation.caption' : 'citation.paragraph', { number });
  }

  function fieldValue(name: FieldName): string {
    const { value } = known[name];
    if (value === null) return label('fieldValues', 'none');
    if (name === 'text') return label('fieldValues', 'text');
    return name === 'date' ? reportDate : value;
  }

  return {
    locale,
    isLanguage: (other) => languageOf(other) === language,
    makeAhead: formats.makeAhead,
    t,
    attributions,
    attribution: (citation) =>
      attributions(citation).reduce((first, second) => t('attribution.joined', { first, second })),
    paragraph,
    citation: (citation, title = citation.title) =>
      t('citation.plain', {
        title,
        date: reportDate,
        paragraph: paragraph(citation),
        link: citation.link,
      }),
    reportDate,
    list: (items) => formats.list(items),
    field: (name) => ({
      name: label('fields', name),
      value: fieldValue(name),
      how: label('origins', known[name].from),
    }),
  };
}

/** The language of a tag in canonical form, such as `zh` of zh-TW. */
function languageOf(tag: string): string {
  return tag.split('-', 1)[0] ?? tag;
}
