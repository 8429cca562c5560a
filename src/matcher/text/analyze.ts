import { readWords } from './tokenize.ts';
import type { OrdinaryWords } from '../spelling/frequent-words.ts';
import type { Spelling } from '../spelling/spell-checker.ts';
import { stem } from './stem.ts';

/** A word of a question as the features see it. */
export interface Token {
  readonly typed: string;
  /** After its spelling was corrected. */
  readonly word: string;
  /** Its stem, or that of the word which its group in the lexicon is read as; empty: part of the meaning of a word before it. */
  readonly meaning: string;
  /** Its own stem where the lexicon gave it another meaning, else empty. */
  readonly surface: string;
  readonly known: boolean;
}

export interface Reading {
  readonly tokens: readonly Token[];
}

export interface Reader {
  readonly lexicon: Lexicon;
  /** Short form → its words. */
  readonly abbreviations: ReadonlyMap<string, readonly string[]>;
  readonly knows: (word: string) => boolean;
  /** Words of the language that are no slips though the FAQ does not use them. */
  readonly ordinary?: OrdinaryWords;
  /** Left out to read words as they are. */
  readonly spelling?: Spelling | undefined;
}

/** Reads a text: its words, short forms written out, spelling corrected, and what each was taken to mean. */
export function read(text: string, reader: Reader): Reading {
  let corrections = 0;
  const spelt = readWords(text).flatMap((typed) => {
    if (isInNoDoubt(typed, reader)) return spell(typed, reader);
    corrections += 1;
    return spell(typed, corrections <= MOST_CORRECTED ? reader : { ...reader, spelling: undefined });
  });
  const stems = spelt.map(({ word }) => stem(word));
  const tokens: Token[] = [];
  for (let at = 0; at < spelt.length;) {
    const group = reader.lexicon.longestAt(stems, at);
    const length = group?.length ?? 1;
    for (let within = at; within < at + length; within += 1) {
      const { typed, word, known } = spelt[within]!;
      const own = stems[within]!;
      const meaning = group === undefined ? own : within === at ? group.meaning : '';
      tokens.push({ typed, word, meaning, surface: meaning === own ? '' : own, known });
    }
    at += length;
  }
  return { tokens };
}

/** Of a question only so many words that nobody knows are corrected: each may take a millisecond, and nobody shall keep the others waiting. */
const MOST_CORRECTED = 16;

/** Whether it takes no long search to read the word: of an ordinary one it is only looked up whether it is a slip. */
function isInNoDoubt(typed: string, { abbreviations, knows, ordinary }: Reader): boolean {
  return abbreviations.has(typed) || knows(typed) || (ordinary?.shareOf(typed) ?? 0) > 0;
}

function spell(typed: string, reader: Reader): { typed: string; word: string; known: boolean }[] {
  const written = reader.abbreviations.get(typed);
  if (written !== undefined) return written.map((word) => ({ typed, word, known: true }));
  if (reader.knows(typed)) return [{ typed, word: typed, known: true }];
  const corrected = reader.spelling?.correct(typed, reader.ordinary);
  if (corrected === undefined) return [{ typed, word: typed, known: false }];
  return corrected.flatMap((part) =>
    (reader.abbreviations.get(part) ?? [part]).map((word) => ({ typed, word, known: reader.knows(word) })),
  );
}

/** Words that mean the same, found by their stems. */
export interface Lexicon {
  /** The longest item of the lexicon that begins at this stem: what it means, and how many stems it has. */
  readonly longestAt: (
    stems: readonly string[],
    at: number,
  ) => { readonly meaning: string; readonly length: number } | undefined;
}

/** A lexicon of groups whose first word is the one that the others are read as. An item of several words is found as a whole; one that stands in two groups belongs to the first. */
export function createLexicon(groups: readonly (readonly string[])[]): Lexicon {
  const meanings = new Map<string, string>();
  const lengths = new Map<string, number>();
  for (const group of groups) {
    const meaning = stemsOf(group[0] ?? '').join(' ');
    for (const item of group) {
      const stems = stemsOf(item);
      const first = stems[0];
      if (first === undefined || meanings.has(stems.join(' '))) continue;
      meanings.set(stems.join(' '), meaning);
      lengths.set(first, Math.max(lengths.get(first) ?? 1, stems.length));
    }
  }
  return {
    longestAt(stems, at) {
      const longest = Math.min(lengths.get(stems[at] ?? '') ?? 0, stems.length - at);
      for (let length = longest; length > 0; length -= 1) {
        const meaning = meanings.get(length === 1 ? stems[at]! : stems.slice(at, at + length).join(' '));
        if (meaning !== undefined) return { meaning, length };
      }
      return undefined;
    },
  };
}

function stemsOf(item: string): string[] {
  return readWords(item).map(stem);
}
