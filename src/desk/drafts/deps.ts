import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { witnessOf } from '../../editor/audit/audit.js'
import type { WitnessedDeps } from '../../issue/draft/deps.js'
import { readDraft, type Draft } from '../../issue/draft/read-draft.js'
import type { FieldsOf } from '../../issue/draft/save.js'
import { Problem } from '../../platform/http/problem.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { postedFields, readPosted } from './posted-form.js'

/** What a use case of drafts is given: who acts, and where it is written down. */
export function actingOf ({ pool, clock }: Pick<DeskDeps, 'pool' | 'clock'>, request: FastifyRequest): WitnessedDeps {
  const editor = request.editor.id
  return { pool, clock, editor, witness: witnessOf({ clock }, editor) }
}

/** The answer for a draft that is not there. */
export function noDraft (): Problem {
  return new Problem('no-draft', 404, de.drafts.errors.noDraft)
}

/** The answer for a body that no page and no script of ours sends. */
export function badRequest (): Problem {
  return new Problem('bad-request', 400, de.errors.byStatus[400])
}

/** A draft that nobody has deleted. Throws a Problem if it is not there. */
export async function foundDraft ({ pool }: Pick<DeskDeps, 'pool'>, id: string): Promise<Draft> {
  const draft = await readDraft({ pool }, id)
  if (draft === null || draft.deletedAt !== null) throw noDraft()
  return draft
}

/** Everybody who is signed in may read; writing takes its role. */
export const READS = { section: 'issues' } as const
export const WRITES = { access: 'write', section: 'issues' } as const
export const APPROVES = { access: 'approve', section: 'issues' } as const

export const draftParams = z.object({ draft: z.uuid() })
export const blockParams = z.object({ draft: z.uuid(), block: z.uuid() })

/** `posted`: as a form names its fields. `fields`: as a draft keeps them. */
const scriptSave = z.union([
  z.object({ base: z.int32(), posted: postedFields }),
  z.object({ base: z.int32(), fields: z.record(z.string(), z.unknown()) })
])

/** A save by a script. Throws a Problem if the body is something else. */
export function readScript (body: unknown): { base: number, fields: FieldsOf } {
  const read = scriptSave.safeParse(body)
  if (!read.success) throw badRequest()
  const { data } = read
  return { base: data.base, fields: form => 'posted' in data ? readPosted(form, data.posted) : data.fields }
}

/** The version that a form started from; one without it starts from none, and is a conflict. */
export const formBase = z.coerce.number().pipe(z.int32()).catch(0)
