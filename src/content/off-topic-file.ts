/** Reads content/off-topic/LANGUAGE.yaml: examples of questions about something else. */

import { z } from 'zod';
import type { Checked } from './content-issue.ts';
import { askedSchema } from './phrasings-file.ts';
import { readYaml, type SourceFile } from './yaml-file.ts';

/** What the file must look like. */
export const offTopicSchema = z
  .strictObject({
    questions: z.array(askedSchema).describe('Questions about something else, one a line.'),
  })
  .meta({ title: 'Off-topic', description: 'Examples of questions that have nothing to do with the report.' });

export function readOffTopic(file: SourceFile): Checked<readonly string[]> {
  const { value, issues } = readYaml(file, offTopicSchema);
  return { value: value?.questions, issues };
}
