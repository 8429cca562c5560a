/** Reads content/off-topic/LANGUAGE.yaml: examples of what asks nothing about the report. */

import { z } from 'zod';
import type { Checked, Place } from './content-issue.ts';
import { askedSchema } from './phrasings-file.ts';
import { readYaml, type SourceFile } from './yaml-file.ts';

/** What the file must look like. */
export const offTopicSchema = z
  .strictObject({
    questions: z
      .array(askedSchema)
      .describe('Questions about something else, and messages that ask nothing about the report, one a line.'),
  })
  .meta({ title: 'Off-topic', description: 'Examples of what asks nothing about the report.' });

export interface OffTopicFile {
  readonly questions: readonly string[];
  /** Where the question at this index is. */
  readonly placeOf: (index: number) => Place;
}

export function readOffTopic(file: SourceFile): Checked<OffTopicFile> {
  const { yaml, value, issues } = readYaml(file, offTopicSchema);
  if (!yaml || !value) return { issues };
  return { value: { questions: value.questions, placeOf: (index) => yaml.placeOf(['questions', index]) }, issues };
}
