/** Reads content/lexicon/LANGUAGE.yaml: words that mean the same to readers, and short forms. */

import { z } from 'zod';
import type { Checked, ContentIssue } from './content-issue.ts';
import { readYaml, type SourceFile } from './yaml-file.ts';

export interface Lexicon {
  /** Groups of words with the same meaning. The first word of a group stands for all of it. */
  readonly same: readonly (readonly string[])[];
  /**
   * Names that readers ask about, each as it is written, then its other forms: places, persons,
   * organizations, and apps.
   */
  readonly names: readonly (readonly string[])[];
  /** Short form → what it stands for. */
  readonly abbreviations: Readonly<Record<string, string>>;
}

const shortForm = z.string().regex(/^[\p{Ll}\p{N}’'/.&-]+$/u, 'must be a short form in lower case, such as ppl or w/o');
const name = z.string().regex(/^[\p{L}\p{N}’'.& -]+$/u, 'must be a name, such as Hong Kong');
const words = z.string().regex(/^[\p{Ll}\p{N}’' -]+$/u, 'must be words in lower case');

/** What the file must look like. */
export const lexiconSchema = z
  .strictObject({
    same: z
      .array(z.array(words).min(2, 'must list at least two words'))
      .describe('Groups of words that mean the same wherever readers use them. The first stands for all of them.'),
    names: z
      .array(z.array(name).min(1, 'must list at least one form of the name'))
      .describe(
        'Names that readers may ask about, each as it is written, then its other forms. The bot can say that the ' +
          'report does not mention one; a name that does stand in the report is never told.',
      ),
    abbreviations: z.record(shortForm, words).describe('Short forms used in chats, and what each stands for.'),
    twoMeanings: z.array(words).describe('Words that readers use with two meanings. They may not be in any group.'),
  })
  .meta({ title: 'Lexicon', description: 'Words that mean the same to readers, and short forms.' });

/**
 * No word may be in two groups, or both in a group and in `twoMeanings`: it would often be misread.
 */
export function readLexicon(file: SourceFile): Checked<Lexicon> {
  const { yaml, value, issues: unfit } = readYaml(file, lexiconSchema);
  if (!yaml || !value) return { issues: unfit };

  const { same, names, abbreviations, twoMeanings } = value;
  const issues: ContentIssue[] = [];
  const lines = new Map<string, number | undefined>();
  same.forEach((group, at) =>
    group.forEach((word, index) => {
      const place = yaml.placeOf(['same', at, index]);
      if (twoMeanings.includes(word)) {
        issues.push({ ...place, message: `“${word}” is listed in twoMeanings: remove it from this group.` });
      }
      if (lines.has(word)) {
        const message = `“${word}” is already in a group, on line ${lines.get(word)}: keep one of them.`;
        issues.push({ ...place, message });
      }
      lines.set(word, place.line);
    }),
  );
  return { value: { same, names, abbreviations }, issues };
}
