import type { DraftDeps, EditingDeps } from './deps.js'
import { findVersion, findVersions, type IFindVersionsResult } from './draft.queries.js'
import { storable } from './fields.js'
import { inDraft } from './in-draft.js'
import { addVersion, type Snapshot } from './version.js'

const LONGEST_NAME = 100

/** A version without what it holds. */
export type VersionLine = IFindVersionsResult

export interface Version extends VersionLine { snapshot: Snapshot }

/**
 * Notes a draft as it is under a name, and returns the version's number; null if there is no such
 * draft.
 */
export async function nameVersion (
  deps: EditingDeps, { draft, name }: { draft: string, name: string }
): Promise<number | null> {
  return await inDraft(deps, draft, async db =>
    await addVersion(db, deps, { draft, reason: 'named', name: storable(name.trim().slice(0, LONGEST_NAME)) }))
}

/** The versions of a draft, the latest first. */
export async function versionsOf ({ pool }: Pick<DraftDeps, 'pool'>, draft: string): Promise<VersionLine[]> {
  return await findVersions.run({ draft }, pool)
}

/** A version with what it holds; null if there is no such one. */
export async function readVersion (
  { pool }: Pick<DraftDeps, 'pool'>, { draft, number }: { draft: string, number: number }
): Promise<Version | null> {
  const row = await findVersion.maybeOne({ draft, number }, pool)
  return row === null ? null : { ...row, snapshot: row.snapshot as unknown as Snapshot }
}
