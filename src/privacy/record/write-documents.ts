import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { EVENTS } from '../../platform/log/events.js'
import type { House } from '../../platform/newsletter/house.js'
import { readColumns } from '../retention/columns.js'
import { findUncovered } from '../retention/uncovered.js'
import type { GeneratedDocument } from './document.js'
import { erasureConcept } from './erasure-concept.js'
import type { ProcessingFacts } from './facts.js'
import { recordOfProcessing } from './record-of-processing.js'

export interface DocumentDeps { pool: Pool, clock: Clock, house: Pick<House, 'read'>, facts: ProcessingFacts }

/** The places of the live database that could hold personal data and have no rule. */
export async function walkDatabase (
  { pool, facts: { settings } }: Pick<DocumentDeps, 'pool' | 'facts'>
): Promise<{ columns: number, uncovered: string[] }> {
  const columns = await readColumns({ pool })
  return { columns: columns.length, uncovered: findUncovered({ columns, settings, events: EVENTS }) }
}

/** The record of processing as it is true now. */
export async function writeRecord (deps: DocumentDeps): Promise<GeneratedDocument> {
  const { publisher } = await deps.house.read({ db: deps.pool })
  return recordOfProcessing({ publisher, facts: deps.facts, now: deps.clock.now(), walked: await walkDatabase(deps) })
}

/** The erasure concept as it is true now. */
export async function writeErasureConcept ({ pool, clock, house, facts }: DocumentDeps): Promise<GeneratedDocument> {
  const { publisher } = await house.read({ db: pool })
  return erasureConcept({ publisher, facts, now: clock.now() })
}
