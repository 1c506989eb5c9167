import type { Queryable } from './database/pool.js'

/**
 * Writes down what a person does, within the transaction that does it: the two stand or fall
 * together. `details` never holds an address.
 */
export type Witness = (db: Queryable, action: string, details: Readonly<Record<string, unknown>>) => Promise<void>
