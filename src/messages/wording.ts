/** Puts the bot's own voice, and what is known of a quotation, into the words of one locale. */

import { IntlMessageFormat } from 'intl-messageformat';
import type { Citation } from '../report/citation.ts';
import type { VoicedShare } from '../report/quotation.ts';
import type { FieldName, Report, Voice } from '../report/report.ts';
import type { Arguments, LabelGroup, MessageKey, Messages } from './messages.ts';

export interface Wording {
  readonly locale: string;
  /** Whether this is a wording in the language, whatever the country: `en` for en-US. */
  speaks(language: string): boolean;
  say<Key extends MessageKey>(key: Key, told: Arguments<Key>): string;
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

export function createWording(messages: Messages, report: Report): Wording {
  const { locale } = messages;
  const { known } = report;
  const always = { outlet: known.publisher.value, copy: known.text.value };
  const format = (pattern: string, told: Readonly<Record<string, string | number>>): string =>
    String(new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true }).format({ ...always, ...told }));
  const say = <Key extends MessageKey>(key: Key, told: Arguments<Key>): string => format(messages.texts[key], told);
  const label = (group: LabelGroup, name: string): string => format(messages.labels[group][name] ?? name, {});
  const date = (isoDate: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${isoDate}T00:00:00Z`));

  function plainAttribution({ speaker, basis, caveat }: Voice): string {
    const told = { speaker: label('speakers', speaker), basis: label('bases', basis) };
    return caveat === undefined
      ? say('attribution.plain', told)
      : say('attribution.caveated', { ...told, caveat: label('caveats', caveat) });
  }

  function attributionOf({ voice, share }: VoicedShare): string {
    switch (share.of) {
      case 'all':
        return plainAttribution(voice);
      case 'marked':
        return say('attribution.shared', { share: say('attribution.marked', {}), attribution: plainAttribution(voice) });
      case 'rest':
        return say('attribution.shared', { share: say('attribution.rest', {}), attribution: plainAttribution(voice) });
      case 'sentences': {
        const { first, last } = share;
        const words = say('attribution.sentences', { first, last, count: last - first + 1 });
        return say('attribution.shared', { share: words, attribution: plainAttribution(voice) });
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
    say,
    attributions: (citation) => citation.voices.map(attributionOf),
    attribution: (citation) => citation.voices.map(attributionOf).reduce((first, second) => say('attribution.joined', { first, second })),
    paragraph: ({ paragraph, caption }) => say(caption ? 'citation.caption' : 'citation.paragraph', { number: paragraph }),
    date,
    field: (name) => ({ name: label('fields', name), value: valueOf(name), how: label('origins', known[name].from) }),
  };
}
