import { moveAfterwardsIn } from '../../archive/move.js'
import { moveDraftIn } from '../../issue/draft/move-in.js'
import { moveFileIn, moveIssueIn } from '../../issue/move-in.js'
import { inTransaction } from '../../platform/database/pool.js'
import { readKept, type KeptSetting } from '../../platform/kept-settings/kept-setting.js'
import type { RecordOf } from './format.js'
import type { TakeDeps, Taken } from './taking.js'

type ContentRecord = RecordOf<'picture' | 'document' | 'draft' | 'issue' | 'setting'>

/** Takes over what belongs to nobody, record by record. Returns as what it counts. */
export async function takeContent (deps: TakeDeps, record: ContentRecord): Promise<keyof Taken> {
  if (record.kind === 'setting') return await takeSetting(deps, record)
  const { clock } = deps
  return await inTransaction(deps.pool, async (db): Promise<keyof Taken> => {
    if (record.kind === 'issue') return await takeIssue({ ...deps, db }, record)
    if (record.kind === 'draft') {
      const { created_at: createdAt, ...draft } = record
      return await moveDraftIn({ db, clock }, { ...draft, createdAt }) ? 'drafts' : 'draftsKnown'
    }
    const fileName = record.kind === 'document' ? record.file_name : null
    await moveFileIn({ db, clock }, { ...record, fileName, bytes: Buffer.from(record.data, 'base64') })
    return 'files'
  })
}

async function takeIssue (
  deps: Pick<TakeDeps, 'clock'> & Parameters<typeof moveAfterwardsIn>[0], record: RecordOf<'issue'>
): Promise<keyof Taken> {
  const { number, slug, content, editions } = record
  const result = await moveIssueIn(deps, {
    number,
    slug,
    content,
    editions,
    contentHash: record.content_sha256,
    contentRound: record.content_round,
    approvedAt: record.approved_at,
    publishedAt: record.published_at
  })
  if (result === 'known') return 'issuesKnown'
  if (result === 'taken') return 'issuesTaken'
  await moveAfterwardsIn(deps, result, record)
  return 'issues'
}

/** What somebody has set here stays, as does what this version would not let anybody set. */
async function takeSetting (deps: TakeDeps, { name, value }: RecordOf<'setting'>): Promise<keyof Taken> {
  const { pool, house } = deps
  const setting = Object.values<KeptSetting<unknown>>({ ...house.settings }).find(each => each.name === name)
  const read = setting?.schema.safeParse(value)
  if (setting === undefined || read?.success !== true) return 'settingsKept'
  if ((await readKept({ db: pool }, setting)).version > 0) return 'settingsKept'
  const change = { base: 0, value: read.data, details: {} }
  return await house.change({ ...deps, editor: null }, setting, change) ? 'settings' : 'settingsKept'
}
