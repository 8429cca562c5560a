/** Makes what the bot needs from content. Trains only if phrasings or the matcher changed. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Prepared } from '../bot/prepared.ts';
import { OperatorError } from '../config/operator-error.ts';
import type { Content } from '../content/content.ts';
import { parseMessages } from '../i18n/parsed-messages.ts';
import type { CalibrationOptions, MatcherData, MatcherEntry, TrainedModel, TrainingOptions } from '../matcher/index.ts';
import { calibrateFolds, calibrateMatcher, planTraining, trackParts, type OnProgress } from '../matcher/training.ts';
import { checkContent } from './check-content.ts';
import { describeIssues, readContentFiles } from './content-files.ts';
import { fingerprint } from './fingerprint.mjs';
import { readMade, writeMade, type Made } from './made-file.ts';
import { calibrationFingerprint, matcherEntries, matcherOptions, trainingFingerprint } from './model.ts';
import type { ProgressDisplay } from './progress.ts';
import { trainInParallel } from './train-in-parallel.ts';

/** Below `dist/`: the trained model, kept so that a change of anything else trains nothing. */
const MODEL_FILE = 'model.bin';
/** Below `dist/`: the calibrated matcher, kept so that a change of a message calibrates nothing. */
const MATCHER_FILE = 'matcher.bin';

interface ModelFile extends Made {
  readonly trained: TrainedModel;
}

interface MatcherFile extends Made {
  readonly matcher: MatcherData;
}

/** How the operator is told what takes long, and how far it is. */
export interface Teller {
  readonly say: (line: string) => void;
  readonly showProgress: () => ProgressDisplay;
}

/** @throws OperatorError with every issue found in the content, before anything is trained. */
export async function prepare(root: string, teller: Teller): Promise<Prepared> {
  const { checked, issues } = checkContent(await readContentFiles(join(root, 'content')));
  if (!checked) throw new OperatorError(`${describeIssues(issues)} Nothing was built.`);
  const { content, messages } = checked;
  const { report, faq } = content;
  return {
    report,
    faq,
    messages: messages.map((ofLocale) => parseMessages(ofLocale, report)),
    matcher: await loadMatcherData(root, content, teller),
  };
}

/**
 * What the model depends on, as a fingerprint: what it learns from, the matcher's own files, what
 * hands content to it, and the library that its spell checker takes.
 */
export function modelMadeFrom(root: string, content: Content): string {
  const code = fingerprint(root, ['src/matcher', 'src/build/model.ts', 'src/build/packed.ts'], /\.(?:ts|json)$/);
  return `${code} fuse.js ${installedVersion(root, 'fuse.js')} ${trainingFingerprint(content)}`;
}

/** The version in package-lock.json, as far as there is one. */
function installedVersion(root: string, name: string): string {
  const path = join(root, 'package-lock.json');
  if (!existsSync(path)) return 'unknown';
  const { packages } = JSON.parse(readFileSync(path, 'utf8')) as LockFile;
  return packages?.[`node_modules/${name}`]?.version ?? 'unknown';
}

interface LockFile {
  readonly packages?: Readonly<Partial<Record<string, { readonly version?: string }>>>;
}

async function loadMatcherData(root: string, content: Content, teller: Teller): Promise<MatcherData> {
  const path = join(root, 'dist', MATCHER_FILE);
  const modelFrom = modelMadeFrom(root, content);
  const madeFrom = `${modelFrom} ${calibrationFingerprint(content)}`;
  const found = readMade<MatcherFile>(path, madeFrom);
  if (found.state === 'fresh') return found.data.matcher;
  const trained = readModel(root, modelFrom, teller);
  const [entries, options] = [matcherEntries(content), matcherOptions(content)];
  const matcher = await withProgress(teller, async (onProgress) => {
    if (trained) return calibrateMatcher(trained, entries, options, onProgress);
    const made = await trainAndCalibrate(entries, options, onProgress);
    writeMade<ModelFile>(join(root, 'dist', MODEL_FILE), { madeFrom: modelFrom, trained: made.trained });
    return made.matcher;
  });
  writeMade<MatcherFile>(path, { madeFrom, matcher });
  return matcher;
}

/** The trained model; `undefined` where it is to be trained, which the operator is told. */
function readModel(root: string, madeFrom: string, { say }: Teller): TrainedModel | undefined {
  const path = join(root, 'dist', MODEL_FILE);
  const found = readMade<ModelFile>(path, madeFrom);
  switch (found.state) {
    case 'fresh':
      return found.data.trained;
    case 'missing':
      say('Training the model, which takes up to a minute, and again only when what it learns from changes …');
      return undefined;
    case 'stale':
      say('What the model learns from has changed. Training it again, which takes up to a minute …');
      return undefined;
    case 'damaged':
      say(`${path} is damaged. Training the model again, which takes up to a minute …`);
      return undefined;
  }
}

/** Calibrates while the classifier of all texts is still being trained: this saves seconds. */
async function trainAndCalibrate(
  entries: readonly MatcherEntry[],
  options: TrainingOptions & CalibrationOptions,
  onProgress: OnProgress,
): Promise<{ readonly trained: TrainedModel; readonly matcher: MatcherData }> {
  const report = trackParts([TRAINING, CALIBRATION], onProgress);
  const { folds, model } = trainInParallel(planTraining(entries, options), (done) => report(0, done));
  const [calibrated, trained] = await Promise.all([
    folds.then((trainedFolds) => calibrateFolds(trainedFolds, entries, options, (done) => report(1, done))),
    model,
  ]);
  return { trained, matcher: { ...calibrated, classifier: trained.classifier } };
}

/** How long each takes, in proportion. */
const TRAINING = { work: 4 };
const CALIBRATION = { work: 1 };

/** Shows how far the work is and, in the end, how long it took. */
async function withProgress(
  { say, showProgress }: Teller,
  work: (onProgress: OnProgress) => Promise<MatcherData>,
): Promise<MatcherData> {
  const display = showProgress();
  const started = performance.now();
  const matcher = await work(display.update).finally(display.stop);
  say(`That took ${Math.round((performance.now() - started) / 1000)} s.`);
  return matcher;
}
