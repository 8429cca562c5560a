/** Reads content/report.yaml. */

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Checked, ContentIssue } from './content-issue.ts';
import { BASES, type Passage, type Report } from './report.ts';
import { readYaml, type SourceFile } from './yaml-file.ts';

const name = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a name of lower-case words and hyphens, such as protester-called');
const speaker = name.describe('Who says this: a name that each file in content/locales labels under “speakers”.');
const caveat = name.describe(
  'What else readers have to know, such as whom the text leaves open: a name that each file in content/locales labels under “caveats”.',
);
const from = name.describe('How this is known: a name that each file in content/locales labels under “origins”.');
const known = z.strictObject({ value: z.string().min(1), from });

const address = z
  .url({ protocol: /^https?$/, error: 'must be a web address that begins with https:// or http://' })
  .regex(/^[^\s()<>]+$/, 'must not have spaces, ( ) or < > in it: write %28 for ( and %29 for )');

const part = z.strictObject({
  text: z.string().min(1).describe('The words, exactly as published, with any space at their ends.'),
  speaker,
  basis: z
    .enum(BASES, `must be one of ${BASES.join(', ')}`)
    .describe(
      'How this is known. reporting: the outlet in its own voice, naming no source. own-work: the outlet about its own work. caption: a photo caption that names no photographer or agency. told: told to the outlet. said: said, to whom the text does not say. recording: the outlet’s description of a recording. caller: the caller’s words on it, as quoted in English. relayed: what someone was told, in quotation marks, as that person relayed it.',
    ),
  caveat: caveat.exactOptional(),
});

const passage = z.strictObject({
  number: z.int().min(1).describe('1 for the first paragraph below the title, then 2, 3, …'),
  caption: z.boolean().default(false).describe('Whether the paragraph is a photo caption.'),
  parts: z.array(part).min(1).describe('Pieces that join to the paragraph exactly, each with one attribution.'),
});

/** What the file must look like. */
export const reportSchema = z
  .strictObject({
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'must be a language tag such as en')
      .describe('The language of the passages, as a tag such as en.'),
    title: known.describe('The title of the report.'),
    publisher: known.describe('The outlet that published it.'),
    address: known.extend({ value: address }).describe('The web address of the original.'),
    date: known
      .extend({ value: z.iso.date('must be a date in quotation marks, such as "2022-12-02"') })
      .describe('The day it was published, in quotation marks: "2022-12-02".'),
    byline: known
      .extend({ value: z.string().min(1).nullable() })
      .describe('Its authors; null if the text that you have names none.'),
    text: known.describe('Where the words of the passages were copied from.'),
    passagesHash: z.string().describe('A checksum of the passages. If it is wrong, the check tells the right one.'),
    passages: z.array(passage).min(1).describe('The paragraphs of the report, word for word.'),
  })
  .meta({ title: 'Report', description: 'The report: its passages word for word, and what is known about it.' });

export function readReport(file: SourceFile): Checked<Report> {
  const { yaml, value, issues: unfit } = readYaml(file, reportSchema);
  if (!yaml || !value) return { issues: unfit };

  const { passages: listed, passagesHash, language, ...fields } = value;
  const passages = listed.map((passage): Passage => ({
    ...passage,
    text: passage.parts.map((part) => part.text).join(''),
  }));
  const issues: ContentIssue[] = [];
  const misnumbered = passages.findIndex(({ number }, index) => number !== index + 1);
  if (misnumbered !== -1) {
    const message = `Passages are numbered 1, 2, 3, … in order: this one must be ${misnumbered + 1}.`;
    issues.push({ ...yaml.placeOf(['passages', misnumbered, 'number']), message });
  }
  const hash = hashOfPassages(passages);
  if (hash !== passagesHash) {
    const message = `The passages differ from those that this checksum was made for. If you changed one by accident, restore it; if you meant to, set passagesHash: ${hash}`;
    issues.push({ ...yaml.placeOf(['passagesHash']), message });
  }
  return issues.length > 0 ? { issues } : { value: { language, known: fields, passages }, issues };
}

/** SHA-256 in hex of the passages' texts joined by line feeds. */
export function hashOfPassages(passages: readonly { readonly text: string }[]): string {
  return createHash('sha256')
    .update(passages.map((passage) => passage.text).join('\n'))
    .digest('hex');
}
