/** Puts the bot's own voice, and what is known of a quotation, into the words of one locale. */

import { IntlMessageFormat } from 'intl-messageformat';
import type { Citation } from '../content/citation.ts';
import type { AttributedShare } from '../content/quotation.ts';
import type { Attribution, FieldName, Report } from '../content/report.ts';
import type { LabelGroup, MessageArguments, MessageKey, Messages } from './messages.ts';

export interface Translator {
  readonly locale: string;
  /** Whether this is a translator in the language, whatever the country: `en` for en-US. */
  speaks(language: string): boolean;
  /** The message in this locale; arguments may be left out where the message takes none. */
  t<Key extends MessageKey>(key: Key, ...args: MessageArguments<Key>): string;
  /** One line a voice: who says the quoted words, and on what basis. */
  attributions(citation: Citation): readonly string[];
  /** The same as one text. */
  attribution(citation: Citation): string;
  /** "paragraph 4". */
  paragraph(citation: Citation): string;
  /** A day as the locale writes it; `isoDate` is YYYY-MM-DD. */
  date(isoDate: string): string;
  /** A field known of the report: its name, its value in words, and how it is known. */
  field(name: FieldName): { readonly name: string; readonly value: string; readonly how: string };
}

export function createTranslator(messages: Messages, report: Report): Translator {
  const { locale } = messages;
  const { known } = report;
  const always = { outlet: known.publisher.value, copy: known.text.value };
  const format = (pattern: string, told: Readonly<Record<string, string | number>>): string =>
    String(new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true }).format({ ...always, ...told }));
  const t = <Key extends MessageKey>(key: Key, ...[args]: MessageArguments<Key>): string =>
    format(messages.texts[key], args ?? {});
  const label = (group: LabelGroup, name: string): string => format(messages.labels[group][name] ?? name, {});
  const date = (isoDate: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${isoDate}T00:00:00Z`));

  function plainAttribution({ speaker, basis, caveat }: Attribution): string {
    const told = { speaker: label('speakers', speaker), basis: label('bases', basis) };
    return caveat === undefined
      ? t('attribution.plain', told)
      : t('attribution.caveated', { ...told, caveat: label('caveats', caveat) });
  }

  function attributionOf({ attribution, share }: AttributedShare): string {
    switch (share.of) {
      case 'all':
        return plainAttribution(attribution);
      case 'marked':
        return t('attribution.shared', { share: t('attribution.marked'), attribution: plainAttribution(attribution) });
      case 'rest':
        return t('attribution.shared', { share: t('attribution.rest'), attribution: plainAttribution(attribution) });
      case 'sentences': {
        const { first, last } = share;
        const words = t('attribution.sentences', { first, last, count: last - first + 1 });
        return t('attribution.shared', { share: words, attribution: plainAttribution(attribution) });
      }
    }
  }

  function valueOf(name: FieldName): string {
    const { value } = known[name];
    if (value === null) return label('fieldValues', 'none');
    if (name === 'text') return label('fieldValues', 'text');
    return name === 'date' ? date(value) : value;
  }

  return {
    locale,
    speaks: (language) => new Intl.Locale(locale).language === new Intl.Locale(language).language,
    t,
    attributions: (citation) => citation.attributions.map(attributionOf),
    attribution: (citation) =>
      citation.attributions.map(attributionOf).reduce((first, second) => t('attribution.joined', { first, second })),
    paragraph: ({ paragraph, caption }) =>
      t(caption ? 'citation.caption' : 'citation.paragraph', { number: paragraph }),
    date,
    field: (name) => ({ name: label('fields', name), value: valueOf(name), how: label('origins', known[name].from) }),
  };
}
