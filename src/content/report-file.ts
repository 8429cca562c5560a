/** Reads content/report.yaml. */

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Fault } from './content-issue.ts';
import { BASES, type Passage, type Report } from './report.ts';
import { lineField, readYaml, type SourceFile } from './yaml-file.ts';

const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected a lower-case name such as protester-called');
const known = z.strictObject({ value: z.string().min(1), from: name });

const reportSchema = z.strictObject({
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'expected a language such as en'),
  title: known,
  publisher: known,
  address: known.extend({ value: z.url() }),
  date: known.extend({ value: z.iso.date() }),
  byline: known.extend({ value: z.string().min(1).nullable() }),
  text: known,
  passagesHash: z.string(),
  passages: z
    .array(
      z.strictObject({
        number: z.int().min(1),
        caption: z.boolean().default(false),
        parts: z
          .array(
            z.strictObject({
              text: z.string().min(1),
              speaker: name,
              basis: z.enum(BASES, `expected one of ${BASES.join(', ')}`),
              caveat: name.exactOptional(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});

export function readReport(file: SourceFile): { readonly report?: Report; readonly faults: readonly Fault[] } {
  const { value, faults, lineOf } = readYaml(file, reportSchema);
  if (!value) return { faults };

  const { passages: listed, passagesHash, language, ...fields } = value;
  const passages = listed.map((passage): Passage => ({
    ...passage,
    text: passage.parts.map((part) => part.text).join(''),
  }));
  const misnumbered = passages.findIndex((passage, index) => passage.number !== index + 1);
  if (misnumbered !== -1) {
    return {
      faults: [
        {
          file: file.name,
          ...lineField(lineOf(['passages', misnumbered, 'number'])),
          message: `Passages are numbered 1, 2, 3, … in order: this one must be ${misnumbered + 1}.`,
        },
      ],
    };
  }
  const hash = hashOfPassages(passages);
  if (hash !== passagesHash) {
    return {
      faults: [
        {
          file: file.name,
          ...lineField(lineOf(['passagesHash'])),
          message: `The passages are not the ones that this hash was made of: a letter of the report was changed. Restore it, or, if another text is meant, set passagesHash: ${hash}`,
        },
      ],
    };
  }
  return { report: { language, known: fields, passages }, faults: [] };
}

/** SHA-256 in hex over the passages' texts, joined by line feeds. */
export function hashOfPassages(passages: readonly { readonly text: string }[]): string {
  return createHash('sha256')
    .update(passages.map((passage) => passage.text).join('\n'))
    .digest('hex');
}
