/** Program: `npm run schemas` writes content/schemas, which editors use to check content files. */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SCHEMA_FOLDER, schemaFiles } from './schema-files.ts';

await mkdir(SCHEMA_FOLDER, { recursive: true });
for (const [name, text] of schemaFiles()) await writeFile(join(SCHEMA_FOLDER, name), text);
