import type { DatasetQuestion } from './dataset.ts';

/** What a system made of one question. */
export interface Graded {
  readonly best: string | undefined;
  /** Higher: surer that the best entry was meant. */
  readonly score: number;
  /** Whether it refused by itself; undefined where it cannot. */
  readonly refused: boolean | undefined;
}

export interface Grades {
  /** Share of the answerable questions whose best entry is right, with nothing refused. */
  readonly accuracy: number;
  /** Share of the out-of-scope questions below the threshold that gives up at most two points of accuracy: all of them, and by kind. */
  readonly refused: ReadonlyMap<string, number>;
  /** Chance that an answerable question scores above an out-of-scope one; undefined without such. */
  readonly rocArea: number | undefined;
  /** The same two shares at the threshold that the system chose by itself. */
  readonly own: { readonly accuracy: number; readonly refused: number | undefined } | undefined;
}

/** Accuracy that may be given up to refuse, as a share of the answerable questions. */
const GIVEN_UP = 0.02;

export function gradesOf(questions: readonly DatasetQuestion[], grade: (question: string) => Graded): Grades {
  const graded = questions.map((question) => ({ ...question, ...grade(question.q) }));
  const answerable = graded.filter(({ entry }) => entry !== null);
  const outside = graded.filter(({ entry }) => entry === null);
  const right = answerable.filter(({ best, entry }) => best === entry);
  const threshold =
    right.map(({ score }) => score).sort((a, b) => a - b)[Math.floor(GIVEN_UP * answerable.length)] ?? 0;
  const refused = new Map<string, number>();
  if (outside.length > 0)
    refused.set(
      'all',
      shareOf(outside, ({ score }) => score < threshold),
    );
  const kinds = new Set(outside.flatMap(({ kind }) => (kind === undefined ? [] : [kind])));
  for (const kind of kinds)
    refused.set(
      kind,
      shareOf(
        outside.filter((one) => one.kind === kind),
        ({ score }) => score < threshold,
      ),
    );
  const refusesItself = graded.some((one) => one.refused !== undefined);
  return {
    accuracy: right.length / answerable.length,
    refused,
    rocArea:
      outside.length === 0
        ? undefined
        : rocAreaOf(
            answerable.map(({ score }) => score),
            outside.map(({ score }) => score),
          ),
    own: !refusesItself
      ? undefined
      : {
          accuracy: shareOf(answerable, (one) => one.best === one.entry && one.refused === false),
          refused: outside.length === 0 ? undefined : shareOf(outside, (one) => one.refused === true),
        },
  };
}

function shareOf<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.filter(holds).length / Math.max(1, all.length);
}

/** By counting pairs over the sorted scores (Mann and Whitney); equal scores count half. */
function rocAreaOf(higher: readonly number[], lower: readonly number[]): number {
  const sorted = [...lower].sort((a, b) => a - b);
  const below = (score: number, orEqual: boolean): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]! < score || (orEqual && sorted[middle] === score)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const pairs = higher.reduce((sum, score) => sum + (below(score, false) + below(score, true)) / 2, 0);
  return pairs / (higher.length * lower.length);
}
