/** Reads content/near-misses/LANGUAGE.yaml: questions that only seem to be answered. */

import { z } from 'zod';
import type { Checked, ContentIssue, Place } from './content-issue.ts';
import { askedSchema } from './phrasings-file.ts';
import { passageOf, type Report } from './report.ts';
import { parseYaml, type SourceFile } from './yaml-file.ts';

/** The near misses of one passage, with the means to name their place in the file. */
export interface NearMissList {
  /** The number of the passage that comes closest. */
  readonly passage: number;
  readonly questions: readonly string[];
  /** Where the question at this index is. */
  readonly placeOf: (index: number) => Place;
}

/**
 * Gives the lists that nothing is wrong with. Without a report, passage numbers are not looked up.
 */
export function readNearMisses(file: SourceFile, report: Report | undefined): Checked<readonly NearMissList[]> {
  const { value: yaml, issues: unreadable } = parseYaml(file);
  if (!yaml) return { issues: unreadable };
  const whole = yaml.check(z.record(z.string(), z.unknown()), yaml.data, []);
  if (!whole.value) return { issues: whole.issues };

  const checked = Object.entries(whole.value).map(([key, raw]) => {
    const message = passageIssue(key, report);
    const misnumbered: readonly ContentIssue[] = message === undefined ? [] : [{ ...yaml.placeOf([key]), message }];
    const { value: questions, issues } = yaml.check(nearMissListSchema, raw, [key]);
    const placeOf = (index: number): Place => yaml.placeOf([key, index]);
    const list = questions && misnumbered.length === 0 ? { passage: Number(key), questions, placeOf } : undefined;
    return { list, issues: [...misnumbered, ...issues] };
  });
  return {
    value: checked.flatMap(({ list }) => list ?? []),
    issues: checked.flatMap(({ issues }) => issues),
  };
}

const PASSAGE_NUMBER = /^[1-9][0-9]*$/;

const nearMissListSchema = z
  .array(askedSchema, 'must have a list of questions: put each on a line of its own, after “- ”')
  .describe('Questions that sound as if this passage answered them, but the report does not, one a line.');

/** What a near-misses file as a whole must look like. */
export const nearMissesSchema = z.record(z.string().regex(PASSAGE_NUMBER), nearMissListSchema).meta({
  title: 'Near misses',
  description: 'Questions that the report does not answer: the number of the closest passage, then a list.',
});

function passageIssue(key: string, report: Report | undefined): string | undefined {
  if (!PASSAGE_NUMBER.test(key)) return `“${key}” is not the number of a passage: write a number such as "4".`;
  if (!report || passageOf(report, Number(key))) return undefined;
  return `There is no passage ${key}, only passages 1 to ${report.passages.length}: correct the number.`;
}
