/** Public data sets for measuring the matcher. */

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { OperatorError } from '../config/operator-error.ts';
import { parseJson } from './parse-json.ts';

const datasetSchema = z.object({
  name: z.string(),
  entries: z.array(z.object({ id: z.string(), phrasings: z.array(z.string()).min(1) })).min(1),
  questions: z
    .array(
      z.object({
        q: z.string(),
        /** `null` for an off-topic question, which no entry answers. */
        entry: z.string().nullable(),
        /** The kind of off-topic question, for data sets that tell several apart. */
        kind: z.string().optional(),
      }),
    )
    .min(1),
  /**
   * For the protocol of open questions: by the share of intents that are known (such as 0.25),
   * lists of those intents. The matcher learns these alone, and is asked everything.
   */
  known: z.record(z.string(), z.array(z.array(z.string()).min(1)).min(1)).optional(),
});

export type Dataset = z.infer<typeof datasetSchema>;
export type DatasetQuestion = Dataset['questions'][number];

/** For `--help` and errors. */
export const DATASET_FORM = '{ name, entries: [{ id, phrasings }], questions: [{ q, entry, kind? }], known? }';

/** @throws OperatorError that names the file and the first thing wrong in it */
export async function readDataset(file: string): Promise<Dataset> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new OperatorError(`${file}: cannot read this file. Give a data set as JSON: ${DATASET_FORM}.`);
  });
  const parsed = datasetSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new OperatorError(`${file}: not a data set${describe(parsed.error)}.`);

  const { entries, questions } = parsed.data;
  const ids = new Set(entries.map(({ id }) => id));
  const unknown = questions.find(({ entry }) => entry !== null && !ids.has(entry));
  if (unknown)
    throw new OperatorError(
      `${file}: the question “${unknown.q}” names the entry ${unknown.entry}, which does not exist.`,
    );
  return parsed.data;
}

function describe({ issues: [first] }: z.ZodError): string {
  if (!first) return '';
  const place = first.path.length === 0 ? '' : ` at ${first.path.join('.')}`;
  return `${place}: ${first.message}`;
}
