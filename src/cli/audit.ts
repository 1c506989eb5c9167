import { Command } from 'commander'
import { exportAudit } from '../editor/audit/export.js'
import { verifyAudit, type AuditVerdict } from '../editor/audit/audit.js'
import { checkSchema } from '../platform/database/migrate.js'
import { say, withDatabase } from './command.js'

/** `audit`: shows who did what, and finds lines that were changed or removed. */
export function auditCommand (): Command {
  const audit = new Command('audit').description('export and verify the record of who did what')
  audit.command('export').description('print all lines, oldest first, as one JSON document a line')
    .action(async () => {
      await withDatabase(async ({ pool }) => {
        await checkSchema({ pool })
        for await (const line of exportAudit(pool)) process.stdout.write(line)
      })
    })
  audit.command('verify').description('find a changed or missing line; ends with 1 if there is one')
    .option('--known <number:hash>', 'what "audit verify" printed earlier: also finds a chain that was written again')
    .action(async ({ known }: { known?: string }) => {
      await withDatabase(async ({ pool }) => {
        await checkSchema({ pool })
        const verdict = await verifyAudit(pool, known === undefined ? undefined : readKnown(known))
        say(describe(verdict))
        if (!verdict.ok) process.exitCode = 1
      })
    })
  return audit
}

function readKnown (text: string): { number: number, hash: string } {
  const [, number, hash] = /^([1-9]\d{0,8}):([0-9a-f]{64})$/.exec(text) ?? []
  if (number === undefined || hash === undefined) {
    throw new Error('--known takes a number, a colon and a hash, as "audit verify" prints them')
  }
  return { number: Number(number), hash }
}

function describe (verdict: AuditVerdict): string {
  const { number } = verdict
  if (verdict.ok) {
    if (number === 0) return 'The audit is empty.'
    return `All ${number} lines are as they were written. The last one: ${number}:${verdict.hash.toString('hex')}`
  }
  switch (verdict.fault) {
    case 'changed': return `Line ${number} is not as it was written.`
    case 'missing': return `Line ${number} is missing.`
    case 'surplus': return `Line ${number} was not written by the program.`
  }
}
