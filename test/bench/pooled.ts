import { createTransport } from 'nodemailer'
import { pino } from 'pino'
import { findApprovedMail } from '../../src/issue/approval/approved-mail.js'
import { createPool } from '../../src/platform/database/pool.js'
import type { RelayTarget } from '../../src/platform/smtp/relay-url.js'
import { TOKEN_PLACEHOLDER } from '../../src/platform/mail/token-placeholder.js'
import { TOKEN_LENGTH } from '../../src/platform/crypto/token.js'
import { unsubscribeUrl } from '../../src/subscription/links.js'
import { POOLED_SENDER, readSetup } from './setup.js'
import { serveSlices } from './slice.js'

// The usual way: nodemailer's pool composes and signs each mail from the same content, as its
// documentation shows, with no addresses to open and nothing to record.

const { config, number } = readSetup()
const pool = createPool({ url: config.database.url as string, max: 1, name: 'pooled', log: pino({ level: 'silent' }) })
const issue = await findApprovedMail({ db: pool }, { issue: number, language: 'de' })
await pool.end()

const { host, port } = config.relay.targets?.[0] as RelayTarget
const [dkim] = config.sender.dkim
const transport = createTransport({
  pool: true,
  host,
  port,
  secure: false,
  ignoreTLS: true,
  maxConnections: config.delivery.connections,
  maxMessages: Infinity,
  ...(dkim === undefined
    ? {}
    : {
        dkim: {
          domainName: dkim.domain,
          keySelector: dkim.selector,
          privateKey: dkim.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
        }
      })
})

let mails = 0
serveSlices(config.delivery.connections * 2, async () => {
  const text = String(++mails).padStart(7, '0')
  const token = text.padStart(TOKEN_LENGTH, 'A')
  await transport.sendMail({
    from: { name: config.sender.from.name, address: POOLED_SENDER },
    to: `leser${text}@beispiel.example`,
    subject: issue.subject,
    text: issue.body.replaceAll(TOKEN_PLACEHOLDER, token),
    html: issue.html.replaceAll(TOKEN_PLACEHOLDER, token),
    list: {
      id: { url: config.newsletter.listId, comment: config.newsletter.publisher.newsletter },
      unsubscribe: { url: unsubscribeUrl(config.newsletter.publicUrl, token), comment: 'abmelden' }
    },
    headers: {
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Feedback-ID': `${number}:${config.newsletter.listId}`
    }
  })
})
