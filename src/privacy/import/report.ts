import type { Queryable } from '../../platform/database/pool.js'
import { findFirstLines, findImport, listImports as listNewest, type IFindImportResult } from './import.queries.js'
import type { import_kind as ImportKind } from './import.queries.js'

export type Import = IFindImportResult

/** Lines of one kind, and of one fault for those that are not valid: how many, and the first. */
export interface RefusedLines { kind: ImportKind, fault: string | null, count: number, lines: number[] }

const FIRST_LINES = 10

/** An import with its figures; null if there is none. */
export async function readImport ({ db }: { db: Queryable }, id: number): Promise<Import | null> {
  return await findImport.maybeOne({ id }, db)
}

/** The newest imports. */
export async function listImports ({ db }: { db: Queryable }, limit: number): Promise<Import[]> {
  return await listNewest.run({ limit }, db)
}

/** Which lines are not taken over, by kind and fault. */
export async function readRefused ({ db }: { db: Queryable }, id: number): Promise<RefusedLines[]> {
  const rows = await findFirstLines.run({ import: id, limit: FIRST_LINES }, db)
  return rows.map(row => ({ ...row, lines: row.lines ?? [] }))
}
