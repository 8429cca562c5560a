/** The Worker as `wrangler deploy` would upload it. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const WRANGLER = join(ROOT, 'tests/worker/node_modules/.bin/wrangler');

export interface WorkerBundle {
  /** A temporary one, to be removed. */
  readonly folder: string;
  /** The code first, then the prepared file. */
  readonly modules: readonly { readonly type: 'ESModule' | 'Data'; readonly path: string }[];
  /** As Cloudflare counts against the limit of a plan. */
  readonly compressedBytes: number;
}

/** Bundles what `npm run build` has made. Takes the packages of `tests/worker`. */
export function bundleWorker(): WorkerBundle {
  const folder = mkdtempSync(join(tmpdir(), 'pullquote-worker-'));
  execFileSync(WRANGLER, ['deploy', '--dry-run', '--outdir', folder], { cwd: ROOT, stdio: 'pipe' });
  const names = readdirSync(folder);
  const code = names.find((name) => name.endsWith('worker.js'));
  const prepared = names.find((name) => name.endsWith('prepared.bin'));
  if (code === undefined || prepared === undefined) throw new Error(`wrangler made only ${names.join(', ')}`);
  const paths = [join(folder, code), join(folder, prepared)] as const;
  return {
    folder,
    modules: [
      { type: 'ESModule', path: paths[0] },
      { type: 'Data', path: paths[1] },
    ],
    compressedBytes: paths.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0),
  };
}
