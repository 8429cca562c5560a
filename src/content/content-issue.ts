/** What is wrong with content: told all at once, each with its place and what to do. */

export interface Fault {
  /** The file's name below `content/`. */
  readonly file: string;
  /** Counted from 1; left out where a fault has no one line. */
  readonly line?: number;
  /** The entry's id, for faults of an entry. */
  readonly entry?: string;
  /** What is wrong, and what to do about it: whole sentences. */
  readonly message: string;
}

/** One fault as a line for the operator: `content/faq/call.yaml:12, entry call-who: …`. */
export function describeFault({ file, line, entry, message }: Fault): string {
  const place = `content/${file}${line === undefined ? '' : `:${line}`}`;
  return `${place}${entry === undefined ? '' : `, entry ${entry}`}: ${message}`;
}

/** Malformed content: carries every fault that was found. */
export class ContentError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(describeFault).join('\n'));
    this.name = 'ContentError';
    this.faults = faults;
  }
}
