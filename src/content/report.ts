/** The published report: what is known of it, and its passages. Read-only once checked. */

/** How a statement in the report is known; what each means to a reader stands in `content/locales`. */
export const BASES = ['reporting', 'told', 'said', 'recording', 'caller', 'background'] as const;
export type Basis = (typeof BASES)[number];

/** What may be known of a report beside its passages. `text` is where its words were taken from. */
export const FIELD_NAMES = ['title', 'publisher', 'address', 'date', 'byline', 'text'] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** Who says something, on what basis, and what the text leaves open about it. The names are keys of the messages. */
export interface Voice {
  readonly speaker: string;
  readonly basis: Basis;
  readonly caveat?: string;
}

/** A run of a passage that one voice vouches for. */
export interface Part extends Voice {
  readonly text: string;
}

/** A numbered paragraph, word for word: its parts join to `text` exactly. */
export interface Passage {
  /** Counted from 1, the first paragraph under the title. */
  readonly number: number;
  readonly text: string;
  readonly parts: readonly Part[];
  /** Whether it is the caption of a photo. */
  readonly caption: boolean;
}

/** One thing known of the report, and how (`from` is a key of the messages). A value of `null`: the supplied text gives none. */
export interface KnownField<Value = string | null> {
  readonly value: Value;
  readonly from: string;
}

/** `date` is an ISO date (YYYY-MM-DD). Title, publisher, address, date and text are always known: a citation needs them. */
export type KnownFields = Readonly<
  Record<Exclude<FieldName, 'byline'>, KnownField<string>> & Record<'byline', KnownField>
>;

export interface Report {
  /** The language of its passages, as BCP 47 has it: `en`. */
  readonly language: string;
  readonly known: KnownFields;
  /** In the order of their numbers, without a gap: passage n is `passages[n - 1]`. */
  readonly passages: readonly Passage[];
}

/** @returns the passage with this number, or `undefined` where the report has none. */
export function passageOf(report: Report, number: number): Passage | undefined {
  return report.passages[number - 1];
}
