/** Data sets to measure the matcher on. */

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { OperatorError } from '../config/operator-error.ts';

const datasetSchema = z.object({
  name: z.string(),
  entries: z.array(z.object({ id: z.string(), phrasings: z.array(z.string()).min(1) })).min(1),
  questions: z
    .array(
      z.object({
        q: z.string(),
        /** `null` for a question that no entry answers. */
        entry: z.string().nullable(),
        /** What sort of question that no entry answers it is. */
        kind: z.string().optional(),
      }),
    )
    .min(1),
});

export type Dataset = z.infer<typeof datasetSchema>;
export type DatasetQuestion = Dataset['questions'][number];

/** @throws OperatorError that names the file and the first place in it that is not as it should be */
export async function readDataset(file: string): Promise<Dataset> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new OperatorError(
      `${file}: there is no such file. Give a data set as JSON: { name, entries: [{ id, phrasings }], questions: [{ q, entry }] }.`,
    );
  });
  const parsed = datasetSchema.safeParse(parseJson(text));
  if (parsed.success) {
    const ids = new Set(parsed.data.entries.map(({ id }) => id));
    const lost = parsed.data.questions.find(({ entry }) => entry !== null && !ids.has(entry));
    if (lost)
      throw new OperatorError(`${file}: the question “${lost.q}” names the entry ${lost.entry}, and there is none.`);
    return parsed.data;
  }
  const { path, message } = parsed.error.issues[0]!;
  throw new OperatorError(
    `${file}: this is no data set${path.length === 0 ? '' : ` at ${path.join('.')}`}: ${message}.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
