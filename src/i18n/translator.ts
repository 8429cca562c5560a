/** Says things in one locale: the bot's own messages, and what is known of a quotation. */

import type { IntlMessageFormat } from 'intl-messageformat';
import type { Citation } from '../content/citation.ts';
import type { AttributedShare } from '../content/quotation.ts';
import type { Attribution, FieldName, Report } from '../content/report.ts';
import type { LabelGroup, MessageArguments, MessageKey, Messages } from './messages.ts';
import { parsePattern } from './pattern.ts';

export interface Translator {
  readonly locale: string;
  /** Whether this locale is in the language, whatever the region: `en` for en-US. */
  isLanguage(language: string): boolean;
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
  /** @param isoDate YYYY-MM-DD */
  date(isoDate: string): string;
  /** "1, 2, and 3". */
  list(items: readonly string[]): string;
  /** A field known of the report: its name, its value in words, and how it is known. */
  field(name: FieldName): { readonly name: string; readonly value: string; readonly how: string };
}

export function createTranslator(messages: Messages, report: Report): Translator {
  const { locale } = messages;
  const { known } = report;
  /** Arguments of every message and label. */
  const common = { outlet: known.publisher.value, copy: known.text.value };

  /** Pattern → the pattern parsed, which takes far longer than filling it in. */
  const parsed = new Map<string, IntlMessageFormat>();
  // Made when first needed: most locales are not needed at the start.
  let dates: Intl.DateTimeFormat | undefined;
  let lists: Intl.ListFormat | undefined;

  function format(pattern: string, args: Readonly<Record<string, string | number>>): string {
    const message = parsed.get(pattern) ?? parsePattern(pattern, locale);
    parsed.set(pattern, message);
    return String(message.format({ ...common, ...args }));
  }

  function t<Key extends MessageKey>(key: Key, ...[args]: MessageArguments<Key>): string {
    return format(messages.texts[key], args ?? {});
  }

  function label(group: LabelGroup, name: string): string {
    return format(messages.labels[group][name] ?? name, {});
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

  function date(isoDate: string): string {
    dates ??= new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    return dates.format(new Date(`${isoDate}T00:00:00Z`));
  }

  function fieldValue(name: FieldName): string {
    const { value } = known[name];
    if (value === null) return label('fieldValues', 'none');
    if (name === 'text') return label('fieldValues', 'text');
    return name === 'date' ? date(value) : value;
  }

  return {
    locale,
    isLanguage: (language) => new Intl.Locale(locale).language === new Intl.Locale(language).language,
    t,
    attributions,
    attribution: (citation) =>
      attributions(citation).reduce((first, second) => t('attribution.joined', { first, second })),
    paragraph,
    citation: (citation, title = citation.title) =>
      t('citation.plain', {
        title,
        date: date(citation.date),
        paragraph: paragraph(citation),
        link: citation.link,
      }),
    date,
    list(items) {
      lists ??= new Intl.ListFormat(locale, { type: 'conjunction' });
      return lists.format(items);
    },
    field: (name) => ({
      name: label('fields', name),
      value: fieldValue(name),
      how: label('origins', known[name].from),
    }),
  };
}
