/** Reads content/off-topic.yaml: questions about something else, as examples of what gets no quotation. */

import { z } from 'zod';
import type { Fault } from './content-issue.ts';
import { readYaml, type SourceFile } from './yaml-file.ts';

const offTopicSchema = z.strictObject({ questions: z.array(z.string().trim().min(1)) });

export function readOffTopic(file: SourceFile): {
  readonly questions?: readonly string[];
  readonly faults: readonly Fault[];
} {
  const { value, faults } = readYaml(file, offTopicSchema);
  return value ? { questions: value.questions, faults } : { faults };
}
