import type { RoomJobs } from '../platform/jobs/job.js'
import type { Relays } from '../platform/smtp/relays.js'
import { forgetEndedSessions, forgetExpiredLinks, forgetOldFailures } from './editor.queries.js'
import { EDITOR_MAIL } from './job-names.js'
import { editorMail, type EditorMailDeps } from './mail.js'
import { resealEditors } from './reseal-editors.js'
import { idleSince } from './session/session.js'

interface EditorJobsDeps extends Omit<EditorMailDeps, 'relay'> { relays: Relays }

/** The mails of the desk, and forgetting what accounts no longer need. */
export function editorJobs (deps: EditorJobsDeps, settings: { sessionIdleSeconds: number }): RoomJobs {
  const { pool, clock, log, relays } = deps
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
      },
      forget_sessions: {
        lane: 'background',
        cron: '*/10 * * * *',
        async run () {
          const now = clock.now()
          await forgetEndedSessions.run({ now, idleSince: idleSince(now, settings.sessionIdleSeconds) }, pool)
          await forgetExpiredLinks.run({ now }, pool)
          await forgetOldFailures.run({ now }, pool)
        }
      }
    }
  }
}
