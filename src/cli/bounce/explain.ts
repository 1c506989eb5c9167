import { createReadStream } from 'node:fs'
import { Command } from 'commander'
import { findOwner, mayHaveOwner } from '../../bounce/act/find-owner.js'
import { MOST_BYTES, readReport } from '../../bounce/read/read-report.js'
import type { Report } from '../../bounce/read/report.js'
import { inOneLine } from '../../bounce/read/shown-mail.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { codeOf } from '../../platform/errors.js'

/** Files that are read while others are looked at. */
const AT_ONCE = 16

/**
 * `bounce explain`: says what mails are that came back, without a database and without effect. One
 * that cannot be read is named on standard error; the others are still explained.
 */
export function explainCommand (): Command {
  return new Command('explain')
    .description('say what a mail is that came back, and by which rule; nothing is changed')
    .argument('<file...>', 'files with one mail each; - for standard input')
    .option('--json', 'one line of JSON for each file')
    .action(async (files: string[], { json = false }: { json?: boolean }) => {
      const write = json ? asJson : asText
      const several = files.length > 1
      for (let start = 0; start < files.length; start += AT_ONCE) {
        const group = files.slice(start, start + AT_ONCE)
        const explained = await Promise.all(group.map(explain))
        process.stdout.write(explained.filter(each => each !== null).map(each => write(each, several)).join(''))
      }
    })
}

/** `tag`: null if it takes keys to tell, and there are none. */
interface Explained { file: string, report: Report, tag: boolean | null }

async function explain (file: string): Promise<Explained | null> {
  try {
    const report = await readReport(await readStart(file))
    return { file, report, tag: await isOurs(report) }
  } catch (error) {
    process.stderr.write(`integrationsbrief: ${file} cannot be read (${codeOf(error)})\n`)
    process.exitCode = 1
    return null
  }
}

/** The first MOST_BYTES of a file or of standard input. */
async function readStart (file: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  const options = { end: MOST_BYTES - 1, highWaterMark: MOST_BYTES }
  const stream = file === '-' ? process.stdin : createReadStream(file, options)
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= MOST_BYTES) break
  }
  return Buffer.concat(chunks).subarray(0, MOST_BYTES)
}

async function isOurs (report: Report): Promise<boolean | null> {
  if (!mayHaveOwner(report)) return false
  const keys = await keysAtHand()
  return keys === null ? null : findOwner(keys, report, []) !== null
}

let opened: Promise<Keyring | null> | undefined

/** Null without keys. Settings and keys are loaded for the first mail that may be ours. */
async function keysAtHand (): Promise<Keyring | null> {
  opened ??= Promise.all([import('../command.js'), import('../../config.js')])
    .then(async ([{ existingKeys }, { configFromProcess }]) => await existingKeys(configFromProcess()))
    .catch(() => null)
  return await opened
}

function asJson ({ report: { kind, recipients }, tag }: Explained): string {
  const told = recipients.map(({ address, status, reply, rule }) => ({ address, status, reply, rule }))
  return `${JSON.stringify({ kind, recipients: told, tag: tag === true })}\n`
}

const MEANING: Readonly<Record<Report['kind'], string>> = {
  hard: 'hard bounce: the mailbox does not exist, or not any more',
  soft: 'soft bounce: not delivered, for a reason that may pass',
  full: 'mailbox full',
  policy: 'refused for its content, its sender or our server: the fault is ours',
  delayed: 'delayed: the mail server still tries',
  complaint: 'complaint: a reader marked the mail as spam',
  'auto-reply': 'automatic reply, receipt or report of success: nothing to do',
  unsubscribe: 'unsubscribe mail',
  unknown: 'unknown: no rule knows it; counted as a soft bounce if it names a recipient, and kept for somebody if not'
}

const OURS = {
  true: 'A mail of ours: its tag or token is genuine.',
  false: 'No genuine tag or token of ours was found.',
  null: 'It bears a tag or a token. Whether it is genuine takes our keys, and there are none here.'
} as const

function asText ({ file, report: { kind, recipients }, tag }: Explained, several: boolean): string {
  const lines = [MEANING[kind]]
  for (const { address, status, reply, rule } of recipients) {
    const who = address === null ? '(no address)' : inOneLine(address)
    lines.push(`  ${who}${status === null ? '' : `, status ${status}`}, by the rule ${rule}`)
    if (reply !== null) lines.push(`    ${inOneLine(reply)}`)
  }
  lines.push(`  ${OURS[String(tag) as keyof typeof OURS]}`)
  return `${several ? `${file}: ` : ''}${lines.join('\n')}\n`
}
