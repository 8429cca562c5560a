/** The English word vectors that the matcher is trained with, read from the file beside it. */

import { readFileSync } from 'node:fs';
import type { WordVectors } from '../../matcher/training.ts';

/** Relative to this file in `src` and, compiled, in `dist`. */
const DATA_FILE = new URL('../../../src/matcher/features/word-vectors/english.json', import.meta.url);

export function readEnglishVectors(): WordVectors {
  return JSON.parse(readFileSync(DATA_FILE, 'utf8')) as WordVectors; // our own file, made by derive.ts
}
