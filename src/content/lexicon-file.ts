/** Reads content/lexicon/LANGUAGE.yaml: names, and short forms. */

import { z } from 'zod';
import type { Checked } from './content-issue.ts';
import { readYaml, type SourceFile } from './yaml-file.ts';

export interface Lexicon {
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
    names: z
      .array(z.array(name).min(1, 'must list at least one form of the name'))
      .describe(
        'Names that readers may ask about, each as it is written, then its other forms. The bot can say that the ' +
          'report does not mention one; a name that does stand in the report is never told.',
      ),
    abbreviations: z.record(shortForm, words).describe('Short forms used in chats, and what each stands for.'),
  })
  .meta({ title: 'Lexicon', description: 'Names that readers may ask about, and short forms.' });

export function readLexicon(file: SourceFile): Checked<Lexicon> {
  const { value, issues } = readYaml(file, lexiconSchema);
  return { value, issues };
}
