import type { RoomJobs } from '../platform/jobs/job.js'
import type { Relays } from '../platform/smtp/relays.js'
import { forgetEndedSessions, forgetExpiredLinks, forgetOldFailures } from './editor.queries.js'
import { EDITOR_MAIL } from './job-names.js'
import { editorMail, type EditorMailDeps } from './mail.js'
import { idleSince } from './session.js'

interface EditorJobsDeps extends Omit<EditorMailDeps, 'relay'> { relays: Relays }

/** The mails of the desk, and forgetting what accounts no longer need. */
export function editorJobs (deps: EditorJobsDeps, settings: { sessionIdleSeconds: number }): RoomJobs {
  const { pool, clock, relays } = deps
  return {
    jobs: {
      [EDITOR_MAIL]: { lane: 'mail', run: editorMail({ ...deps, relay: relays.open(1) }) },
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
