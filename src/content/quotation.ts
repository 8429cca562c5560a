/** Quotations: exact slices of passages. This is the only module that cuts the report's text. */

import { passageOf, type Attribution, type Part, type Passage, type Report } from './report.ts';

/** A passage or an exact slice of one. Offsets are UTF-16 units of its text; `end` is exclusive. */
export interface Quotation {
  readonly passage: number;
  readonly start: number;
  readonly end: number;
}

/** An attribution, and which words of the quotation it covers. */
export interface AttributedShare {
  readonly attribution: Attribution;
  /** All words; those in quotation marks; a range of sentences, counted from 1; or all the rest. */
  readonly share:
    | { readonly of: 'all' | 'marked' | 'rest' }
    | { readonly of: 'sentences'; readonly first: number; readonly last: number };
}

/**
 * The quoted words, exactly as the report has them.
 * @throws RangeError if the report has no such passage, which checked content rules out.
 */
export function quotedText(report: Report, quotation: Quotation): string {
  return passageFor(report, quotation).text.slice(quotation.start, quotation.end);
}

/** The quotation of a passage from beginning to end. */
export function wholePassage(passage: Passage): Quotation {
  return { passage: passage.number, start: 0, end: passage.text.length };
}

/** Whether a quotation begins and ends where a sentence does. */
export function isWholeSentences(report: Report, quotation: Quotation): boolean {
  const edges = runEdges(sentencesOf(passageFor(report, quotation).text));
  return edges.some(({ start }) => start === quotation.start) && edges.some(({ end }) => end === quotation.end);
}

/** Whether two quotations have words in common. */
export function overlaps(a: Quotation, b: Quotation): boolean {
  return a.passage === b.passage && a.start < b.end && b.start < a.end;
}

/** Whether all words of a quotation are among those of another. */
export function isWithin(one: Quotation, whole: Quotation): boolean {
  return one.passage === whole.passage && whole.start <= one.start && one.end <= whole.end;
}

/**
 * Finds words in a passage. They must begin and end where a sentence or a part does.
 * @returns the quotation, or why these words can't be quoted.
 */
export function findQuotation(passage: Passage, words: string): Quotation | 'not in the passage' | 'not whole' {
  const start = passage.text.indexOf(words);
  if (words.trim() === '' || start === -1) return 'not in the passage';
  const edges = [...runEdges(passage.parts.map((part) => part.text)), ...runEdges(sentencesOf(passage.text))];
  const end = start + words.length;
  const whole = edges.some((edge) => edge.start === start) && edges.some((edge) => edge.end === end);
  return whole ? { passage: passage.number, start, end } : 'not whole';
}

/**
 * Splits a quotation between sentences into as few pieces as `fits` allows, in order and complete.
 * A sentence is never split, so a piece that is a single sentence may not fit.
 */
export function splitAtSentences(
  report: Report,
  quotation: Quotation,
  fits: (piece: Quotation) => boolean,
): readonly Quotation[] {
  const pieces: Quotation[] = [];
  for (const edge of runEdges(sentencesOf(quotedText(report, quotation)))) {
    const sentence = {
      passage: quotation.passage,
      start: quotation.start + edge.start,
      end: quotation.start + edge.end,
    };
    const last = pieces.at(-1);
    const joined = last && { ...last, end: sentence.end };
    if (joined && fits(joined)) pieces[pieces.length - 1] = joined;
    else pieces.push(sentence);
  }
  return pieces;
}

/**
 * Who says what in a quotation. If there are several attributions, each is paired with a share that
 * readers can see at a glance: the words in quotation marks, whole sentences, or all the rest.
 * The rest comes last, after what it is the rest of.
 */
export function attributionsIn(report: Report, quotation: Quotation): readonly AttributedShare[] {
  const parts = partsIn(passageFor(report, quotation), quotation);
  const attributions = distinctAttributions(parts);
  const [only] = attributions;
  if (attributions.length === 1 && only) return [{ attribution: only, share: { of: 'all' } }];

  const sentences = runEdges(sentencesOf(quotedText(report, quotation)));
  const shares = attributions.map((attribution): AttributedShare => {
    const own = parts.filter((part) => sameAttribution(part, attribution));
    if (own.every((part) => isMarked(part.text))) return { attribution, share: { of: 'marked' } };
    const first = sentences.findIndex((sentence) =>
      own.some((part) => part.start <= sentence.start && sentence.start < part.end),
    );
    const last = sentences.findLastIndex((sentence) =>
      own.some((part) => part.start < sentence.end && sentence.end <= part.end),
    );
    const covered = own.reduce((sum, part) => sum + part.text.trim().length, 0);
    const span = first === -1 || last < first ? 0 : (sentences[last]?.end ?? 0) - (sentences[first]?.start ?? 0);
    if (span > 0 && span === covered)
      return { attribution, share: { of: 'sentences', first: first + 1, last: last + 1 } };
    return { attribution, share: { of: 'rest' } };
  });
  const isRest = ({ share }: AttributedShare): boolean => share.of === 'rest';
  return [...shares.filter((share) => !isRest(share)), ...shares.filter(isRest)];
}

/**
 * Splits text into sentences, each with the space after it, so that they join to the text exactly.
 * A sentence ends at . ? or ! and any closing marks, if a capital, a digit or an opening mark
 * follows. So "Firewall. , or" does not end one.
 */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.?!][”’"')]*\s+)(?=[“‘"'(]?[\p{Lu}\p{N}])/u);
}

interface PlacedPart extends Part {
  readonly start: number;
  readonly end: number;
}

/** The parts that a quotation overlaps, cut to fit, with their offsets in the quoted text. */
function partsIn(passage: Passage, quotation: Quotation): readonly PlacedPart[] {
  const placed: PlacedPart[] = [];
  let offset = -quotation.start;
  for (const part of passage.parts) {
    const start = Math.max(0, offset);
    const end = Math.min(quotation.end - quotation.start, offset + part.text.length);
    const text = passage.text.slice(quotation.start + start, quotation.start + end);
    if (start < end && text.trim() !== '') placed.push({ ...part, text, start, end: start + text.trimEnd().length });
    offset += part.text.length;
  }
  return placed;
}

function distinctAttributions(parts: readonly Attribution[]): readonly Attribution[] {
  return parts.filter((part, index) => parts.findIndex((other) => sameAttribution(part, other)) === index);
}

function sameAttribution(a: Attribution, b: Attribution): boolean {
  return a.speaker === b.speaker && a.basis === b.basis && a.caveat === b.caveat;
}

function isMarked(text: string): boolean {
  return /^[“"].*[”"]$/su.test(text.trim());
}

/** Where each run starts and ends in the joined text, without surrounding white space. */
function runEdges(runs: readonly string[]): readonly { start: number; end: number }[] {
  let offset = 0;
  return runs.map((run) => {
    const start = offset + (run.length - run.trimStart().length);
    const end = offset + run.trimEnd().length;
    offset += run.length;
    return { start, end };
  });
}

function passageFor(report: Report, quotation: Quotation): Passage {
  const passage = passageOf(report, quotation.passage);
  if (!passage) throw new RangeError(`The report has no passage ${quotation.passage}.`);
  return passage;
}
