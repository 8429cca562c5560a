/** Runs a Worker in workerd, the runtime of Cloudflare Workers. */

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { WorkerBundle } from './bundle.ts';

/** As in wrangler.jsonc. */
const COMPATIBILITY = { compatibilityDate: '2026-04-01', compatibilityFlags: ['nodejs_compat'] } as const;

export interface RunningWorker {
  readonly url: string;
  /** All that it has written to its logs. */
  readonly written: () => string;
  /** The process of workerd. */
  readonly pid: number;
  /** Where a debugger of the Worker connects. */
  readonly inspectorUrl: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** @param bindings variables and secrets */
export function startWorker(
  { folder, modules }: Pick<WorkerBundle, 'folder' | 'modules'>,
  bindings: Readonly<Record<string, string>>,
): Promise<RunningWorker> {
  return start({ modules, modulesRoot: folder, bindings });
}

/** A Worker that does nothing, to compare with. */
export function startEmptyWorker(): Promise<RunningWorker> {
  return start({ modules: true, script: 'export default { fetch: () => new Response("ok") }' });
}

async function start(options: object): Promise<RunningWorker> {
  let written = '';
  const before = children();
  const worker = new (loadMiniflare())({
    ...options,
    ...COMPATIBILITY,
    inspectorPort: 0,
    handleRuntimeStdio(...streams: readonly NodeJS.ReadableStream[]) {
      for (const stream of streams) stream.on('data', (chunk: Buffer) => (written += chunk.toString()));
    },
  });
  const { href: url } = await worker.ready;
  const [pid = 0] = children().filter((child) => !before.includes(child));
  return {
    url,
    pid,
    written: () => written,
    inspectorUrl: async () => new URL('/core:user:', await worker.getInspectorURL()).href,
    stop: () => worker.dispose(),
  };
}

/** As much of Miniflare as is used here. */
type Miniflare = new (options: object) => {
  readonly ready: Promise<URL>;
  getInspectorURL(): Promise<URL>;
  dispose(): Promise<void>;
};

/** A package of `tests/worker`: with workerd it has 190 MB, which nobody else should install. */
function loadMiniflare(): Miniflare {
  const requireThere = createRequire(new URL('../../../tests/worker/package.json', import.meta.url));
  return (requireThere('miniflare') as { readonly Miniflare: Miniflare }).Miniflare;
}

/** This process's, on Linux; elsewhere none is known. Source: proc_pid_children(5). */
function children(): readonly number[] {
  if (process.platform !== 'linux') return [];
  const threads = readdirSync('/proc/self/task');
  return threads.flatMap((thread) =>
    readFileSync(`/proc/self/task/${thread}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number),
  );
}
