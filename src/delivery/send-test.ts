import { z } from 'zod'
import { mailboxOf } from '../editor/account/mailbox.js'
import type { WitnessedDeps } from '../issue/draft/deps.js'
import type { PreviewDraft } from '../issue/draft/preview-draft.js'
import { readDraft } from '../issue/draft/read-draft.js'
import type { Context } from '../platform/context.js'
import { TOKEN_LENGTH } from '../platform/crypto/token.js'
import { inTransaction } from '../platform/database/pool.js'
import type { Job } from '../platform/jobs/job.js'
import { messageId } from '../platform/mail/message-id.js'
import { stampMail } from '../platform/mail/stamp.js'
import { judge } from '../platform/smtp/judge.js'
import type { House } from '../platform/newsletter/house.js'
import type { Relay } from '../platform/smtp/relay.js'
import { RelayError } from '../platform/smtp/relay-error.js'
import { compileIssue, named, type CompileIssueDeps } from './compile-issue.js'
import { enqueueTests } from './delivery.queries.js'
import { SEND_TEST } from './job-names.js'
import { readTestList } from './test-list.js'

// A test never meets the subscribers: what is here reaches no query of theirs. A rule in
// .dependency-cruiser.cjs holds it.

/**
 * Sends a draft as it is to oneself, or to everybody on the test list as well. Returns to how many
 * accounts, or null if there is no such draft.
 */
export async function sendTests (
  deps: WitnessedDeps, { draft, toList }: { draft: string, toList: boolean }
): Promise<number | null> {
  const { pool, editor, witness } = deps
  if (editor === null) throw new Error('a test is sent by somebody')
  return await inTransaction(pool, async db => {
    const found = await readDraft({ pool: db }, draft)
    if (found === null || found.deletedAt !== null) return null
    const list = toList ? (await readTestList({ db })).value : []
    const accounts = [...new Set([editor, ...list])]
    await enqueueTests.run({ job: SEND_TEST, draft, accounts }, db)
    await witness(db, 'draft.test_sent', { draft, accounts: accounts.length })
    return accounts.length
  })
}

export interface TestDeps extends CompileIssueDeps, Context {
  relay: Relay
  previewDraft: PreviewDraft
  house: House
}

const payloadSchema = z.object({ draft: z.uuid(), account: z.uuid() })

/** Leads nowhere: the page behind it says that the link does not work. */
const NO_TOKEN = 'TEST-mail-'.padEnd(TOKEN_LENGTH, '0')

/**
 * The job that sends one test: the mail as all will get it, by the same relay and with the same
 * signature. Its subject begins with "[Test]", and its link to unsubscribe is nobody's.
 */
export function testMail (deps: TestDeps): Job {
  return async given => {
    const { draft: id, account } = payloadSchema.parse(given)
    const to = await mailboxOf({ ...deps, db: deps.pool }, account)
    const draft = await readDraft(deps, id)
    if (to === null || draft === null || draft.deletedAt !== null) return
    const { clock, keys, sender: { from, dkim }, log } = deps
    const { mail, number } = await deps.previewDraft(draft)
    const now = clock.now()
    const compiled = compileIssue(named(deps, await deps.house.read({ db: deps.pool })), {
      number, language: 'de', subject: `[Test] ${mail.subject}`, html: mail.html, body: mail.text, publishedAt: now
    })
    const occasion = `test-${Math.floor(now.getTime() / 1000)}`
    const stamp = { to, token: NO_TOKEN, messageId: messageId(keys, occasion, `${account} ${id}`, from.domain) }
    try {
      await deps.relay.send({ from: from.address, to }, await stampMail(compiled, stamp, dkim))
    } catch (error) {
      const verdict = error instanceof RelayError ? judge(error) : null
      if (verdict?.kind !== 'failed') throw error
      log.warn({ event: 'editor_mail_failed', status: verdict.status }, 'a mailbox refused a test')
    }
  }
}
