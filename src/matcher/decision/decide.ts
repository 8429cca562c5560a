import type { Calibration } from './thresholds.ts';
import type { EntryTable } from './entry-table.ts';
import type { Evidence } from './evidence.ts';
import { chanceOf } from './logistic-regression.ts';

/** How many entries are offered to choose from, at most: as many as can be read at a glance. */
export const MAX_CHOICES = 5;

/**
 * What the matcher decided. `ids` has 2 to `MAX_CHOICES` entries, best first; those that deny come
 * before the one that states something where it is likelier that none does. `confidence` is the
 * estimated chance, 0 to 1, that the decision is right: that the answer of `id` was meant, or that
 * no entry states what was asked.
 */
export type Decision =
  /** `hedged`: the entry states something, but maybe not exactly what was asked. */
  | { readonly kind: 'match'; readonly id: string; readonly confidence: number; readonly hedged: boolean }
  /**
   * About the subject, but no entry states it. `nearest` states something and comes closest;
   * `undefined` if none comes near.
   */
  | { readonly kind: 'denied'; readonly nearest: string | undefined; readonly confidence: number }
  | { readonly kind: 'ambiguous'; readonly ids: readonly string[] }
  | { readonly kind: 'none' };

/** What the evidence comes to, before any threshold. Entries are positions in the table. */
export interface Assessment {
  readonly best: number;
  /** The best entry of each of the few most probable answers: at least two, if there are two. */
  readonly choices: readonly number[];
  /**
   * Estimated probability of each entry by position. They add up to at most 1: the rest is the
   * chance that something else was meant.
   */
  readonly probabilities: Float64Array;
  /** Estimated chance, 0 to 1, that the FAQ answers the question at all. */
  readonly inScope: number;
  /** Estimated chance, 0 to 1, that the best entry's answer was meant. */
  readonly confidence: number;
  /** Estimated chance, 0 to 1, that the answer of one of the choices was meant. */
  readonly offerConfidence: number;
  /** The least confidence for a match with the best entry. */
  readonly threshold: number;
  /** The chance, 0 to 1, that just the best entry was meant, given that one was. */
  readonly meant: number;
  /** The most probable entry of the topic that comes near, if one does. */
  readonly nearest: number | undefined;
  /** Estimated chance, 0 to 1, that no entry states what was asked; 0 without near misses. */
  readonly denied: number;
  /** Estimated chance, 0 to 1, that the question is about the subject; 1 without near misses. */
  readonly onTopic: number;
}

/** Estimates what was meant. */
export function assess(evidence: Evidence, entries: EntryTable, calibration: Calibration): Assessment {
  const { best, ranking, signals } = evidence;
  const confidence = chanceOf(calibration.right, signals);
  const inScope = Math.max(confidence, chanceOf(calibration.inScope, signals));
  const powers = ranking.map((entry) => evidence.probabilities[entry]! ** (1 / calibration.temperature));
  const probabilities = shareOut(evidence, entries, powers, confidence, inScope);
  const choices = choicesOf(evidence, entries, probabilities);
  const othersOffered = shareOfOthersOffered(evidence, entries, powers, choices);
  return {
    best,
    choices,
    probabilities,
    inScope,
    confidence,
    offerConfidence: confidence + (inScope - confidence) * othersOffered,
    threshold: entries.needsHighConfidence[best] ? calibration.highConfidenceThreshold : calibration.matchThreshold,
    meant: evidence.probabilities[best]!,
    nearest: nearestOf(evidence, entries),
    denied: calibration.denied ? chanceOf(calibration.denied, signals) : 0,
    onTopic: calibration.onTopic ? chanceOf(calibration.onTopic, signals) : 1,
  };
}

/**
 * A match if the best answer is probable enough, and if it is clear which one where it denies; else
 * a denial if it is probable enough that no entry states what was asked, which takes less if the
 * best entry denies; else nothing, if the question is hardly about the subject and none of the best
 * few is likely to be right; else a choice of these. A choice gives way to a denial that is far
 * likelier than all that it offers; and where one entry states something and the others deny, to
 * the likelier of a hedged match with that entry and a denial, if it is likely enough. If neither
 * is, those that deny are offered first where a denial is the likelier.
 */
export function decide(assessment: Assessment, entries: EntryTable, calibration: Calibration): Decision {
  const { ids, needsHighConfidence } = entries;
  const { best, choices, confidence, offerConfidence, threshold, meant, nearest, denied, onTopic } = assessment;
  const hedged = !needsHighConfidence[best] && confidence < calibration.sureThreshold;
  const match: Decision = { kind: 'match', id: ids[best]!, confidence, hedged };
  const isClear = !needsHighConfidence[best] || calibration.denied === undefined || meant >= LEAST_MEANT;
  if (confidence >= threshold && isClear) return match;
  const isDenied = denied >= calibration.deniedThreshold && onTopic >= LEAST_ON_TOPIC;
  const denial: Decision = {
    kind: 'denied',
    nearest: nearest === undefined ? undefined : ids[nearest],
    confidence: Math.max(confidence, denied),
  };
  if (isDenialByAny(assessment) || isDenied) return denial;
  if (offerConfidence < calibration.offerThreshold && onTopic <= calibration.offerOnTopicThreshold)
    return { kind: 'none' };
  if (isLikelierThanOffer(assessment) && onTopic >= LEAST_ON_TOPIC) return denial;
  if (choices.length < 2) return match; // there is nothing else to choose from
  const offered = choices.map((entry) => ids[entry]!);
  if (!isStatedOrNot(choices, entries)) return { kind: 'ambiguous', ids: offered };
  if (confidence >= denied) return confidence >= LEAST_AT_ONCE ? match : { kind: 'ambiguous', ids: offered };
  if (denied >= LEAST_DENIED_AT_ONCE && onTopic >= LEAST_ON_TOPIC) return { ...denial, nearest: ids[best] };
  return { kind: 'ambiguous', ids: [...offered.slice(1), offered[0]!] };
}

/** Whether the first of several choices states something, and all others deny. */
function isStatedOrNot([first, ...others]: readonly number[], { needsHighConfidence, denies }: EntryTable): boolean {
  return !needsHighConfidence[first!] && others.length > 0 && others.every((entry) => denies[entry]);
}

/** Where there is no match: whether an entry that denies is right, but not clearly which. */
export function isDenialByAny({ confidence, threshold, denied }: Assessment): boolean {
  return confidence >= threshold && denied >= LEAST_DENIED_BY_ANY;
}

/** Whether a denial is far likelier than that one of the choices was meant. */
export function isLikelierThanOffer({ denied, offerConfidence }: Assessment): boolean {
  return denied - offerConfidence >= LEAST_LEAD_OF_DENIAL;
}

/** The least chance, 0 to 1, that a question is about the subject, for a denial. */
export const LEAST_ON_TOPIC = 0.5;
/**
 * How much likelier it must be that no entry states what was asked than that one of the choices was
 * meant, for a denial in place of a choice: a choice that nobody needs costs less than a false
 * denial. With 0.3 here, and denials from 0.8 on, 10 in 1,000 answerable questions are denied in
 * place of 7, and 1.5% of all questions get a choice in place of 1.7%.
 */
const LEAST_LEAD_OF_DENIAL = 0.5;
/**
 * The least chance, 0 to 1, that no entry states what was asked, for a denial because the best
 * entry denies. With 0.75, 2.9% of answerable questions are denied in place of 2.3%, and 79.5% of
 * near misses in place of 77.2%: 2,080 questions by eight writers, before they were learned from,
 * means of three orders of training.
 */
const LEAST_DENIED_BY_ANY = 0.85;
/** The least chance, 0 to 1, of a match that is given in place of a choice. */
const LEAST_AT_ONCE = 0.3;
/**
 * The same of a denial, which does more harm where it is wrong. With 0.6, 1.9% of answerable
 * questions are denied in place of 1.4%, and 2.1% of all questions get a choice in place of 2.8%:
 * 4,290 questions by sixteen writers, before they were learned from, means of two orders of
 * training.
 */
const LEAST_DENIED_AT_ONCE = 0.8;
/**
 * The least chance, 0 to 1, that just this entry was meant, for a match with one that denies. What
 * is asked in vain is often like another thing that is, and should not be taken for it.
 */
const LEAST_MEANT = 0.995;

/** The most probable entry of the topic that the question is a near miss of. */
function nearestOf({ nearTopic, probabilities }: Evidence, { topics }: EntryTable): number | undefined {
  let nearest: number | undefined;
  for (let entry = 0; entry < topics.length; entry += 1) {
    if (nearTopic === undefined || topics[entry] !== nearTopic) continue;
    if (nearest === undefined || probabilities[entry]! > probabilities[nearest]!) nearest = entry;
  }
  return nearest;
}

/**
 * The probability of each entry. Entries with the best answer share the confidence; the others
 * share the rest of the chance that the FAQ answers the question, in the classifier's
 * proportions; none comes above the best. Entries that are not ranked get 0.
 * @param powers what each ranked entry is worth, in the order of the ranking
 */
function shareOut(
  { best, ranking, probabilities }: Evidence,
  { answerGroups }: EntryTable,
  powers: readonly number[],
  confidence: number,
  inScope: number,
): Float64Array {
  const isBest = ranking.map((entry) => answerGroups[entry] === answerGroups[best]);
  const total = (ofBest: boolean): number =>
    powers.reduce((sum, power, place) => (isBest[place] === ofBest ? sum + power : sum), 0);
  const ofBest = total(true);
  const ofOthers = total(false) || 1;
  const most = (confidence * powers[0]!) / ofBest;
  const shares = new Float64Array(probabilities.length);
  for (const [place, entry] of ranking.entries()) {
    const power = powers[place]!;
    shares[entry] = isBest[place]
      ? (confidence * power) / ofBest
      : Math.min(most, ((inScope - confidence) * power) / ofOthers);
  }
  return shares;
}

/** The best entry of each answer that is probable enough beside the best. */
function choicesOf(
  { best, ranking }: Evidence,
  { answerGroups }: EntryTable,
  probabilities: Float64Array,
): readonly number[] {
  const seen = new Set<number>();
  const distinct = ranking.filter((entry) => {
    const group = answerGroups[entry]!;
    const isNew = !seen.has(group);
    seen.add(group);
    return isNew;
  });
  const least = OFFERED_SHARE * probabilities[best]!;
  const probable = distinct.filter((entry) => probabilities[entry]! >= least).slice(0, MAX_CHOICES);
  return probable.length < 2 ? distinct.slice(0, 2) : probable;
}

/** Offered beside the best are entries with at least this share (0 to 1) of its probability. */
const OFFERED_SHARE = 0.1;

/** Given that another answer than the best was meant, the chance that it is among the choices. */
function shareOfOthersOffered(
  { best, ranking }: Evidence,
  { answerGroups }: EntryTable,
  powers: readonly number[],
  choices: readonly number[],
): number {
  const offered = new Set(choices.map((entry) => answerGroups[entry]));
  let all = 0;
  let ofOffered = 0;
  for (const [place, entry] of ranking.entries()) {
    if (answerGroups[entry] === answerGroups[best]) continue;
    all += powers[place]!;
    if (offered.has(answerGroups[entry])) ofOffered += powers[place]!;
  }
  return all === 0 ? 0 : ofOffered / all;
}
