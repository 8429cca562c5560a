/** Reads content/lexicon.yaml: words that mean the same to a reader. */

import { z } from 'zod';
import type { Fault } from './content-issue.ts';
import { lineField, readYaml, type SourceFile } from './yaml-file.ts';

export interface Lexicon {
  /** Groups of words that mean the same, the first standing for all. */
  readonly same: readonly (readonly string[])[];
  /** Chat abbreviation → what it stands for. */
  readonly abbreviations: Readonly<Record<string, string>>;
}

const shortForm = z
  .string()
  .regex(/^[\p{Ll}\p{N}’'/.&-]+$/u, 'expected a short form in lower case, such as ppl or w/o');
const words = z.string().regex(/^[\p{Ll}\p{N}’' -]+$/u, 'expected words in lower case');
const lexiconSchema = z.strictObject({
  same: z.array(z.array(words).min(2, 'a group has at least two words')),
  abbreviations: z.record(shortForm, words),
  twoMeanings: z.array(words),
});

/** A word in two groups, or one of those listed as having two meanings, is a fault: it would be read wrongly half of the time. */
export function readLexicon(file: SourceFile): { readonly lexicon?: Lexicon; readonly faults: readonly Fault[] } {
  const { value, faults: unreadable, lineOf } = readYaml(file, lexiconSchema);
  if (!value) return { faults: unreadable };

  const faults: Fault[] = [];
  const seen = new Map<string, number | undefined>();
  value.same.forEach((group, at) =>
    group.forEach((word, index) => {
      const line = lineOf(['same', at, index]);
      if (value.twoMeanings.includes(word)) {
        faults.push({
          file: file.name,
          ...lineField(line),
          message: `“${word}” has two meanings (see twoMeanings): take it out of this group.`,
        });
      }
      if (seen.has(word)) {
        faults.push({
          file: file.name,
          ...lineField(line),
          message: `“${word}” stands in a group already, on line ${seen.get(word)}: keep one.`,
        });
      }
      seen.set(word, line);
    }),
  );
  const { same, abbreviations } = value;
  return { lexicon: { same, abbreviations }, faults };
}
