/**
 * Writes to the journal what was erased or sent by now. Resolves when it is there for good, or when
 * it cannot be written now: then it is tried again, and the database keeps it until then. Never
 * rejects.
 */
export type WriteJournal = () => Promise<void>
