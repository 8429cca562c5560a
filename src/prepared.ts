/** The one prepared file: everything the bot needs at run time, checked and trained ahead of it. */

import { readFile } from 'node:fs/promises';
import { createAnswerer, type Answerer } from './answers/answerer.ts';
import { matcherFromData } from './matching/index.ts';
import type { MatcherData } from './matching/types.ts';
import type { Messages } from './messages/messages.ts';
import { createWordings, type Wordings } from './messages/wordings.ts';
import type { Faq } from './report/faq.ts';
import type { Report } from './report/report.ts';

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

/** What the transports answer with. */
export interface Restored {
  readonly published: { readonly report: Report; readonly faq: Faq };
  readonly answers: Answerer;
  readonly wordings: Wordings;
}

export function restore({ report, faq, messages, matcher }: Prepared): Restored {
  return { published: { report, faq }, answers: createAnswerer(faq, matcherFromData(matcher)), wordings: createWordings(messages, report) };
}

/** Reads the prepared file. @throws Error that says what to do where there is none. */
export async function readPrepared(file: URL = new URL(PREPARED_FILE, import.meta.url)): Promise<Prepared> {
  const json = await readFile(file, 'utf8').catch(() => {
    throw new Error('Nothing has been prepared yet. Run: npm ci');
  });
  return JSON.parse(json) as Prepared; // our own file, marked with the hash of what it was made from
}
