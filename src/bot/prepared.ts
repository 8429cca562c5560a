/** The one prepared file: everything the bot needs at run time, checked and trained ahead of it. */

import { readFile } from 'node:fs/promises';
import type { MatcherData } from '../matcher/index.ts';
import type { Messages } from '../i18n/messages.ts';
import type { Faq } from '../content/faq.ts';
import type { Report } from '../content/report.ts';

/** Its place below `dist/`. */
export const PREPARED_FILE = 'prepared.json';

export interface Prepared {
  /** SHA-256 of the content files that it was made from. */
  readonly contentHash: string;
  readonly report: Report;
  readonly faq: Faq;
  readonly messages: readonly Messages[];
  readonly matcher: MatcherData;
}

/** Reads the prepared file. @throws Error that says what to do where there is none. */
export async function readPrepared(file: URL = new URL(`../${PREPARED_FILE}`, import.meta.url)): Promise<Prepared> {
  const json = await readFile(file, 'utf8').catch(() => {
    throw new Error('Nothing has been prepared yet. Run: npm ci');
  });
  return JSON.parse(json) as Prepared; // our own file, marked with the hash of what it was made from
}
