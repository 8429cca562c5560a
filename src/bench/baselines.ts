import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { TrainingEntry } from '../matcher/index.ts';

/** A search library over the phrasings, for comparison: the entry of the best phrasing wins. */
export interface Peer {
  readonly name: string;
  /** At most this many questions are asked, since it is slow. */
  readonly sample: number;
  readonly rank: (question: string) => { readonly id: string; readonly score: number } | undefined;
}

export function peers(entries: readonly TrainingEntry[]): readonly Peer[] {
  const documents = entries
    .flatMap(({ id, phrasings }) => phrasings.map((text) => ({ entry: id, text })))
    .map((one, id) => ({ ...one, id }));
  return [plainFuse(documents), tokenFuse(documents), miniSearch(documents)];
}

interface Document {
  readonly id: number;
  readonly entry: string;
  readonly text: string;
}

function plainFuse(documents: readonly Document[]): Peer {
  const fuse = new Fuse(documents, { keys: ['text'], includeScore: true, ignoreLocation: true, threshold: 1 });
  return { name: 'Fuse.js over the phrasings', sample: 40, rank: (question) => bestOf(fuse, question) };
}

function tokenFuse(documents: readonly Document[]): Peer {
  const fuse = new Fuse(documents, {
    keys: ['text'],
    includeScore: true,
    ignoreLocation: true,
    useTokenSearch: true,
    threshold: 0.4,
  });
  return { name: 'Fuse.js token search', sample: 40, rank: (question) => bestOf(fuse, question) };
}

/** Fuse.js scores from 0 (equal) to 1. */
function bestOf(fuse: Fuse<Document>, question: string): { id: string; score: number } | undefined {
  const best = fuse.search(question, { limit: 1 })[0];
  return best === undefined ? undefined : { id: best.item.entry, score: 1 - (best.score ?? 1) };
}

function miniSearch(documents: readonly Document[]): Peer {
  const index = new MiniSearch<Document>({
    fields: ['text'],
    storeFields: ['entry'],
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  index.addAll(documents);
  return {
    name: 'MiniSearch (fuzzy 0.2, prefix)',
    sample: 400,
    rank: (question) => {
      const best = index.search(question)[0];
      return best === undefined ? undefined : { id: String(best['entry']), score: best.score };
    },
  };
}
