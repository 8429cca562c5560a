/** What is wrong with a content file, where, and what to do about it. */

/** A place in content. */
export interface Place {
  /** The file's name below `content/`. */
  readonly file: string;
  /** Counted from 1; `undefined` if no particular line is meant. */
  readonly line?: number | undefined;
  /** The id of the entry that the line belongs to, if any. */
  readonly entry?: string | undefined;
}

export interface ContentIssue extends Place {
  /** What is wrong and what to do about it. */
  readonly message: string;
}

/** What is returned for a file: its value if it is usable, and everything that is wrong with it. */
export interface Checked<Value> {
  readonly value?: Value | undefined;
  readonly issues: readonly ContentIssue[];
}

/** An issue as one line for authors: `content/faq/call.yaml:12, entry call-who: …`. */
export function describeIssue({ message, ...place }: ContentIssue): string {
  return `${describePlace(place)}${place.entry === undefined ? '' : `, entry ${place.entry}`}: ${message}`;
}

/** A file and line for authors: `content/faq/call.yaml:12`. */
export function describePlace({ file, line }: Place): string {
  return `content/${file}${line === undefined ? '' : `:${line}`}`;
}
