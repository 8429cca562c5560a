/** The published report: its passages, and what is known about it. Read-only once checked. */

/** How a statement in the report is known. `content/locales` has a label for each. */
export const BASES = ['reporting', 'own-work', 'caption', 'told', 'said', 'recording', 'caller', 'relayed'] as const;
export type Basis = (typeof BASES)[number];

/** What is recorded about a report besides its passages. `text` is where its words come from. */
export const FIELD_NAMES = ['title', 'publisher', 'address', 'date', 'byline', 'text'] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** Who says something, how it is known, and what else readers have to know: names of labels. */
export interface Attribution {
  readonly speaker: string;
  readonly basis: Basis;
  readonly caveat?: string;
}

/** A stretch of a passage with one attribution. */
export interface Part extends Attribution {
  readonly text: string;
}

/** A numbered paragraph, word for word. Its parts join to `text` exactly. */
export interface Passage {
  /** Counted from 1, which is the first paragraph below the title. */
  readonly number: number;
  readonly text: string;
  readonly parts: readonly Part[];
  /** Whether it is a photo caption. */
  readonly caption: boolean;
}

/** A fact about the report, and its origin (a name labeled in locales). `null`: none is given. */
export interface KnownField<Value = string | null> {
  readonly value: Value;
  readonly from: string;
}

/** `date` is YYYY-MM-DD. Only the byline may be missing, since a citation needs the rest. */
export type KnownFields = Readonly<
  Record<Exclude<FieldName, 'byline'>, KnownField<string>> & Record<'byline', KnownField>
>;

export interface Report {
  /** The language of its passages, as a BCP 47 tag such as `en`. */
  readonly language: string;
  readonly known: KnownFields;
  /** Ordered by number without gaps: passage n is `passages[n - 1]`. */
  readonly passages: readonly Passage[];
}

/** The passage with this number, or `undefined` if the report has none. */
export function passageOf(report: Report, number: number): Passage | undefined {
  return report.passages[number - 1];
}
