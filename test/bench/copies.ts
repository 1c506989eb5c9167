import type { Pool } from 'pg'
import type { Config } from '../../src/config.js'
import { compileIssue } from '../../src/delivery/compile-issue.js'
import { findApprovedMail } from '../../src/issue/approval/approved-mail.js'
import { stampMail, type StampedMail } from '../../src/platform/mail/stamp.js'
import { TOKEN_LENGTH } from '../../src/platform/crypto/token.js'

/**
 * Compiles an issue as the mailer does and returns what makes a copy of it, each for another
 * reader.
 */
export async function copyMaker (pool: Pool, config: Config, number: number): Promise<() => Promise<StampedMail>> {
  const frozen = await findApprovedMail({ db: pool }, { issue: number, language: 'de' })
  const mail = compileIssue(config, { ...frozen, publishedAt: new Date() })
  let copies = 0
  return async () => {
    const text = String(++copies).padStart(8, '0')
    return await stampMail(mail, {
      to: `leser${text}@beispiel.example`,
      messageId: `issue-${number}.${text.padStart(32, '0')}@${config.sender.from.domain}`,
      token: text.padStart(TOKEN_LENGTH, 'A')
    }, config.sender.dkim)
  }
}
