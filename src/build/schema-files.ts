/** The JSON Schemas of the content files, generated from the schemas that the check uses. */

import { z } from 'zod';
import { lexiconSchema } from '../content/lexicon-file.ts';
import { nearMissesSchema } from '../content/near-misses-file.ts';
import { offTopicSchema } from '../content/off-topic-file.ts';
import { phrasingsSchema } from '../content/phrasings-file.ts';
import { reportSchema } from '../content/report-file.ts';
import { topicSchema } from '../content/topic-file.ts';
import { localeSchema } from '../i18n/locale-file.ts';

/** Below the project's folder. */
export const SCHEMA_FOLDER = 'content/schemas';

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  report: reportSchema,
  topic: topicSchema,
  phrasings: phrasingsSchema,
  lexicon: lexiconSchema,
  'off-topic': offTopicSchema,
  'near-misses': nearMissesSchema,
  locale: localeSchema(),
};

/** File name below `SCHEMA_FOLDER` → text. Draft 7 is what editors know best. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
      return [`${name}.json`, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
}
