/** Search libraries to compare the matcher with: the entry of the best phrasing wins. */

import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { TrainingEntry } from '../matcher/index.ts';

export interface Baseline {
  readonly name: string;
  /** How many questions to ask at most, given how slow it is. */
  readonly maxQuestions: number;
  readonly rank: (question: string) => Ranked | undefined;
}

export interface Ranked {
  readonly id: string;
  /** The higher, the better; comparable within one baseline only. */
  readonly score: number;
}

export function createBaselines(entries: readonly TrainingEntry[]): readonly Baseline[] {
  const documents = entries
    .flatMap(({ id, phrasings }) => phrasings.map((text) => ({ entry: id, text })))
    .map((document, id) => ({ ...document, id }));
  return [plainFuse(documents), tokenFuse(documents), miniSearch(documents)];
}

interface Document {
  readonly id: number;
  readonly entry: string;
  readonly text: string;
}

function plainFuse(documents: readonly Document[]): Baseline {
  const fuse = new Fuse(documents, { keys: ['text'], includeScore: true, ignoreLocation: true, threshold: 1 });
  return { name: 'Fuse.js', maxQuestions: 40, rank: (question) => bestOf(fuse, question) };
}

function tokenFuse(documents: readonly Document[]): Baseline {
  const fuse = new Fuse(documents, {
    keys: ['text'],
    includeScore: true,
    ignoreLocation: true,
    useTokenSearch: true,
    threshold: 0.4,
  });
  return { name: 'Fuse.js token search', maxQuestions: 40, rank: (question) => bestOf(fuse, question) };
}

function bestOf(fuse: Fuse<Document>, question: string): Ranked | undefined {
  const best = fuse.search(question, { limit: 1 })[0];
  // Fuse.js scores from 0 (equal) to 1.
  return best && { id: best.item.entry, score: 1 - (best.score ?? 1) };
}

function miniSearch(documents: readonly Document[]): Baseline {
  const index = new MiniSearch<Document>({
    fields: ['text'],
    storeFields: ['entry'],
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  index.addAll(documents);
  return {
    name: 'MiniSearch (fuzzy 0.2, prefix)',
    maxQuestions: 400,
    rank: (question) => {
      const best = index.search(question)[0];
      return best && { id: String(best['entry']), score: best.score };
    },
  };
}
