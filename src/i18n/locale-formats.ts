/** How a locale writes numbers and lists, and chooses plural forms. */

import { formatToParts, IntlMessageFormat, type Formatters } from 'intl-messageformat';
import { ARGUMENT, LITERAL, type PatternElement } from './pattern.ts';

type Arguments = Readonly<Record<string, string | number>>;

export interface LocaleFormats {
  /** Fills in a parsed pattern. */
  readonly fill: (pattern: readonly PatternElement[], args: Arguments) => string;
  readonly list: (items: readonly string[]) => string;
  /** Makes what is otherwise made when first needed. */
  readonly makeAhead: () => void;
}

export function createLocaleFormats(locale: string): LocaleFormats {
  // Each takes milliseconds, as JavaScript reads the locale's data. Most replies need none of them.
  const lists = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const numbers = once(() => new Intl.NumberFormat(locale));
  const plurals = once(() => new Intl.PluralRules(locale));
  // The library's own keep what they made by what was asked for; these hold what is usual from the
  // beginning, and make the rest each time.
  const formatters: Formatters = {
    getNumberFormat: (_, options) => (options === undefined ? numbers() : new Intl.NumberFormat(locale, options)),
    getDateTimeFormat: (_, options) => new Intl.DateTimeFormat(locale, options),
    getPluralRules: (_, options) => (options?.type === 'ordinal' ? new Intl.PluralRules(locale, options) : plurals()),
  };
  function fillByLibrary(pattern: readonly PatternElement[], args: Arguments): string {
    return formatToParts<never>([...pattern], locale, formatters, IntlMessageFormat.formats, args)
      .map(({ value }) => value)
      .join('');
  }

  return {
    // Most patterns choose nothing, and need nothing of the library.
    fill: (pattern, args) => {
      let text = '';
      for (const element of pattern) {
        if (element.type === LITERAL) text += element.value;
        else if (element.type === ARGUMENT) text += args[element.value];
        else return fillByLibrary(pattern, args);
      }
      return text;
    },
    list: (items) => lists().format(items),
    makeAhead() {
      lists();
      numbers();
      plurals();
    },
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
