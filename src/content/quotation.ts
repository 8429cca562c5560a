/** A quotation is a slice of a passage by construction: this is the only place that cuts the report's text. */

import { passageOf, type Part, type Passage, type Report, type Voice } from './report.ts';

/** A passage, or an exact slice of one: UTF-16 offsets into the passage's text, `end` exclusive. */
export interface Quotation {
  readonly passage: number;
  readonly start: number;
  readonly end: number;
}

/** One voice inside a quotation, and which of its words that voice vouches for. */
export interface VoicedShare {
  readonly voice: Voice;
  /** `all` words; those in quotation marks; the sentences with these numbers, from 1; all that is left. */
  readonly share:
    | { readonly of: 'all' | 'marked' | 'rest' }
    | { readonly of: 'sentences'; readonly first: number; readonly last: number };
}

/** @returns the quoted words, character by character those of the report.
 *  @throws RangeError when the report has no such passage (checked content never has one). */
export function quotedText(report: Report, quotation: Quotation): string {
  return passageFor(report, quotation).text.slice(quotation.start, quotation.end);
}

export function wholePassage(passage: Passage): Quotation {
  return { passage: passage.number, start: 0, end: passage.text.length };
}

/**
 * Finds `words` in a passage as whole parts or whole sentences.
 * @returns the quotation, or why the words can't be quoted: they are not in the passage letter by letter, or cut a sentence.
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
 * Parts a quotation at sentence ends into as few pieces as `fits` allows; together they are the quotation. A sentence is never parted, so a
 * piece of a single one may not fit.
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
 * Who says what in a quotation. One voice takes all of it; of several, each is told by what a reader can see at a
 * glance: the words in quotation marks, whole sentences, and what is left.
 */
export function voicesIn(report: Report, quotation: Quotation): readonly VoicedShare[] {
  const parts = partsIn(passageFor(report, quotation), quotation);
  const voices = distinctVoices(parts);
  const [only] = voices;
  if (voices.length === 1 && only) return [{ voice: only, share: { of: 'all' } }];

  const sentences = runEdges(sentencesOf(quotedText(report, quotation)));
  return voices.map((voice) => {
    const own = parts.filter((part) => sameVoice(part, voice));
    if (own.every((part) => isMarked(part.text))) return { voice, share: { of: 'marked' } };
    const first = sentences.findIndex((sentence) =>
      own.some((part) => part.start <= sentence.start && sentence.start < part.end),
    );
    const last = sentences.findLastIndex((sentence) =>
      own.some((part) => part.start < sentence.end && sentence.end <= part.end),
    );
    const covered = own.reduce((sum, part) => sum + part.text.trim().length, 0);
    const span = first === -1 || last < first ? 0 : (sentences[last]?.end ?? 0) - (sentences[first]?.start ?? 0);
    if (span > 0 && span === covered) return { voice, share: { of: 'sentences', first: first + 1, last: last + 1 } };
    return { voice, share: { of: 'rest' } };
  });
}

/**
 * Splits text into sentences that join to it exactly, the space after a sentence going with it. A sentence ends at . ? or !, with
 * the quotation marks behind it, where a capital, a digit or an opening mark follows; so "Firewall. , or" ends none.
 */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.?!][”’"')]*\s+)(?=[“‘"'(]?[\p{Lu}\p{N}])/u);
}

interface PlacedPart extends Part {
  readonly start: number;
  readonly end: number;
}

/** The parts that a quotation touches, cut to it, with their place in the quoted text. */
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

function distinctVoices(parts: readonly Voice[]): readonly Voice[] {
  return parts.filter((part, index) => parts.findIndex((other) => sameVoice(part, other)) === index);
}

function sameVoice(a: Voice, b: Voice): boolean {
  return a.speaker === b.speaker && a.basis === b.basis && a.caveat === b.caveat;
}

function isMarked(text: string): boolean {
  return /^[“"].*[”"]$/su.test(text.trim());
}

/** Where each run starts and ends in the text that they join to, the white space around it left out. */
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
