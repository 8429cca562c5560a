/** The entries that a classifier tells apart, by position: its class 0 is entry 0. */
export interface EntryTable {
  readonly ids: readonly string[];
  /** A number for each entry. Entries with the same number give the same answer. */
  readonly answerGroups: readonly number[];
  /** Whether a wrong match with the entry does more harm than with others. */
  readonly needsHighConfidence: readonly boolean[];
  /** Whether the entry says that something is not stated. */
  readonly denies: readonly boolean[];
  /** The place of the entry's topic among all topics; -1 for an entry that denies. */
  readonly topics: readonly number[];
}

export interface EntryRow {
  readonly id: string;
  /** Entries of the same answer group give the same answer. Defaults to a group of its own. */
  readonly answerGroup?: string | undefined;
  readonly needsHighConfidence?: boolean | undefined;
  /** Whether it says that something is not stated. */
  readonly denies?: boolean | undefined;
  /** What the entry is about. Near misses of the same topic only seem to be answered by it. */
  readonly topic?: string | undefined;
}

/** @param topics all topics, in the order of the classes of the head that tells near misses */
export function createEntryTable(entries: readonly EntryRow[], topics: readonly string[]): EntryTable {
  const numbers = new Map<string, number>();
  return {
    ids: entries.map(({ id }) => id),
    answerGroups: entries.map(({ id, answerGroup = id }) => {
      const number = numbers.get(answerGroup) ?? numbers.size;
      numbers.set(answerGroup, number);
      return number;
    }),
    needsHighConfidence: entries.map(({ needsHighConfidence = false }) => needsHighConfidence),
    denies: entries.map(({ denies = false }) => denies),
    topics: entries.map(({ topic = '', needsHighConfidence }) => (needsHighConfidence ? -1 : topics.indexOf(topic))),
  };
}

/** The entries at these positions, in this order, with the same numbers of answer groups. */
export function selectEntries(table: EntryTable, positions: readonly number[]): EntryTable {
  const select = <T>(column: readonly T[]): T[] => positions.map((position) => column[position]!);
  return {
    ids: select(table.ids),
    answerGroups: select(table.answerGroups),
    needsHighConfidence: select(table.needsHighConfidence),
    denies: select(table.denies),
    topics: select(table.topics),
  };
}
