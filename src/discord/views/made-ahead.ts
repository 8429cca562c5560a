/**
 * Parts of cards that are the same whoever asks: made once for each locale, before anybody does.
 */

import type { Report } from '../../content/report.ts';
import type { Translator } from '../../i18n/translator.ts';

/** Makes the part of a card that depends on nothing but these. */
type Make<Key extends object, Part> = (key: Key, report: Report, translator: Translator) => Part;

export interface MadeAhead<Key extends object, Part> {
  /** The part as it was made ahead, or else made now. Asking for a part never keeps it. */
  readonly of: Make<Key, Part>;
  /** Makes and keeps the parts of all keys in a locale, for as long as there is the translator. */
  readonly makeAll: (keys: readonly Key[], report: Report, translator: Translator) => void;
}

/**
 * What is kept depends on the content alone: nothing in memory tells what was asked.
 * @param make must be pure
 */
export function madeAhead<Key extends object, Part>(make: Make<Key, Part>): MadeAhead<Key, Part> {
  const made = new WeakMap<Translator, ReadonlyMap<Key, Part>>();
  return {
    of: (key, report, translator) => made.get(translator)?.get(key) ?? make(key, report, translator),
    makeAll(keys, report, translator) {
      made.set(translator, new Map(keys.map((key) => [key, make(key, report, translator)])));
    },
  };
}
