import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { Witness } from '../../platform/witness.js'

export interface DraftDeps { pool: Pool, clock: Clock }

/** What is done in a draft has an author: the id of an account, or null for the program itself. */
export interface EditingDeps extends DraftDeps { editor: string | null }

/** For what the audit tells of. */
export interface WitnessedDeps extends EditingDeps { witness: Witness }
