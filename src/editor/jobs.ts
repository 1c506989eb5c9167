import type { RoomJobs } from '../platform/jobs/job.js'
import type { Relays } from '../platform/smtp/relays.js'
import { EDITOR_MAIL } from './job-names.js'
import { editorMail, type EditorMailDeps } from './mail.js'
import { resealEditors } from './reseal-editors.js'

interface EditorJobsDeps extends Omit<EditorMailDeps, 'relay'> { relays: Relays }

/** The mails of the desk, and the seals of its accounts. */
export function editorJobs (deps: EditorJobsDeps): RoomJobs {
  const { log, relays } = deps
  const told = new Set<string>()
  return {
    jobs: {
      [EDITOR_MAIL]: { lane: 'mail', run: editorMail({ ...deps, relay: relays.open(1) }) },
      reseal_editors: {
        lane: 'background',
        cron: '* * * * *',
        async run () {
          const resealed = await resealEditors({ ...deps, told })
          if (resealed > 0) log.info({ event: 'editors_resealed', resealed }, 'sealed accounts with the primary key')
        }
      }
    }
  }
}
