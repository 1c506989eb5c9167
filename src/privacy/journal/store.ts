/** Names a journal, wherever it lies, and says from which day on it is whole. */
export interface Mark {
  id: string
  /** Entries of days before this one are erased; null as long as none is. */
  trimmedBefore: string | null
}

/** A line that was read, and where it stands, for people. */
export interface Line { text: string, where: string }

/** Where a journal lies. Days are written as "2026-11-28". */
export interface Store {
  /** As an operator knows it: the setting, and the place without a password. */
  name: string
  /** Null if no journal was begun there. */
  readMark: () => Promise<Mark | null>
  /** Begins a journal, or reads the mark of one that another process begins at this moment. */
  begin: () => Promise<Mark>
  /** Resolves when the lines are there for good. */
  append: (lines: readonly string[], day: string) => Promise<void>
  /** All lines. Throws a `JournalFault` for what a newer program wrote. */
  read: () => AsyncIterable<Line>
  /**
   * How many entries it has come to, with those erased since. It never gets less, unless entries
   * are lost.
   */
  reach: () => Promise<number>
  /** Erases the entries of days before this one. */
  trim: (before: string) => Promise<void>
  /** Puts lines that cannot be read aside, where nobody reads them any more. */
  setAside: (isDamaged: (line: string) => boolean) => Promise<void>
  close: () => Promise<void>
}

/** The journal is missing, damaged, or not the one that belongs to the database. */
export class JournalFault extends Error {}
