import type { Test } from 'tap'
import { readProgress } from '../../src/delivery/progress.js'
import { scheduleIssue } from '../../src/delivery/schedule.js'
import { startDue } from '../../src/delivery/start-due.js'
import { createDraftPreview } from '../../src/issue/draft/preview-draft.js'
import { witnessOf } from '../../src/editor/audit/audit.js'
import { tellNotSent } from '../../src/editor/tell.js'
import { createTemplates } from '../../src/platform/templates.js'
import { de } from '../../src/texts/de.js'
import { approving } from '../desk/approval/approving.js'
import { addReaders, someAddresses } from '../support/readers.js'
import { steadyHouse } from '../support/house.js'

const fill = createTemplates(de)

/** An approved issue with number 1, and who plans it. */
export async function approved (t: Test) {
  const service = await approving(t)
  const { pool, clock, config } = service
  await addReaders(service, someAddresses(3))
  await service.submit()
  await service.approve()
  const { rows: [{ id: editor }] } = await pool.query("select id from editor where name = 'Eva'")
  const { publicUrl, publisher } = config.newsletter
  const previewDraft = createDraftPreview({ pool, clock, fill, publicUrl, house: steadyHouse(publisher) })
  const deps = { ...service, editor, previewDraft, witness: witnessOf({ clock }, editor) }
  return {
    ...deps,
    deps,
    schedule: async (when: string) =>
      await scheduleIssue(deps, { number: 1, when: when === 'now' ? 'now' : { wallClock: when } }),
    start: async () => { await startDue({ ...deps, tell: tellNotSent, batchSize: 10 }) },
    state: async () => (await readProgress(deps, 1)).state
  }
}
