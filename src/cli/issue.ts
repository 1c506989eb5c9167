import { Command } from 'commander'
import { configFromProcess, firstValues } from '../config.js'
import { sendIssue, type SendResult } from '../delivery/send-issue.js'
import { witnessOf } from '../editor/audit/audit.js'
import { COMMAND_LINE } from '../editor/audit/line.js'
import { checkIssue, errorLines } from '../issue/file/check.js'
import { linkLines } from '../issue/file/link-lines.js'
import { previewIssue } from '../issue/file/preview.js'
import { readIssueFile } from '../issue/file/read-file.js'
import type { RenderOptions } from '../issue/render/render.js'
import { systemClock } from '../platform/clock.js'
import { countLiveWorkers } from '../platform/jobs/heartbeat.js'
import { checkSchema } from '../platform/database/migrate.js'
import { publicInternet } from '../platform/http/visit.js'
import { createHouse } from '../platform/newsletter/house.js'
import { checkSettings } from '../platform/newsletter/public-settings.js'
import { createTemplates } from '../platform/templates.js'
import { de } from '../texts/de.js'
import { countSubscribers } from '../subscription/recipients.js'
import { askLine, askWhether } from './ask.js'
import { controlCommands } from './issue-control.js'
import { say, withDatabase, type CommandDeps } from './command.js'
import { describeDeliveries, NO_MAILER, watchIssue } from './watch-issue.js'

const NUMBER = ['--number <number>', 'number to show in the mail; the real one is given when it is sent', '1'] as const

/**
 * `issue`: checks, previews and sends an issue written in a YAML or JSON file, and controls its
 * sending.
 */
export function issueCommand (): Command {
  const issue = new Command('issue').description('check, preview and send issues')
  issue.command('check <file>').description('say what is wrong with an issue').option(...NUMBER)
    .option('--links', 'also look up its links on the web, which takes some seconds')
    .action(async (file: string, { number, links = false }: { number: string, links?: boolean }) => {
      const { ok, lines } = await checkIssue(file, renderOptions(number))
      say(...lines)
      if (links) say(...await linkLines(publicInternet, file))
      if (!ok) process.exitCode = 1
    })
  issue.command('preview <file>').description('write an issue as it will arrive, HTML and text').option(...NUMBER)
    .requiredOption('--out <dir>', 'folder to write to')
    .action(async (file: string, { out, number }: { out: string, number: string }) => {
      const preview = await previewIssue(file, out, renderOptions(number))
      say(...preview.ok ? preview.paths : preview.lines)
      if (!preview.ok) process.exitCode = 1
    })
  issue.command('send <file>').description('send an issue to all readers')
    .option('--approved-by <name>', 'who has approved it; asked for if it is left out')
    .option('-y, --yes', 'do not ask')
    .option('--again', 'send it as a new issue to all, if it was cancelled')
    .action(async (file: string, options: SendOptions) => {
      await withDatabase(async deps => await sendIssueFile(deps, file, options))
    })
  for (const command of controlCommands()) issue.addCommand(command)
  return issue
}

function renderOptions (number: string): RenderOptions {
  if (!/^[1-9]\d{0,5}$/.test(number)) throw new Error('--number takes a whole number from 1')
  const { publicUrl, publisher } = configFromProcess().newsletter
  return { number: Number(number), publicUrl, publisher, fill: createTemplates(de) }
}

interface SendOptions { yes?: boolean, again?: boolean, approvedBy?: string }

async function sendIssueFile (deps: CommandDeps, file: string, options: SendOptions): Promise<void> {
  const { config, pool } = deps
  const { publisher, publicUrl } = config.newsletter
  await checkSchema({ pool })
  await checkSettings({ pool }, { publicUrl, publisher })
  const read = await readIssueFile(file)
  if (!read.ok) {
    say(...errorLines(read.errors))
    process.exitCode = 1
    return
  }
  const approver = await askApprover(options)
  if (!await mayBeSent(deps, read.content.title, options)) {
    say('Nothing was sent.')
    return
  }
  const witness = witnessOf({ clock: systemClock }, COMMAND_LINE)
  const common = { ...deps, clock: systemClock, witness }
  const house = createHouse({ pool, clock: systemClock, first: firstValues(config) })
  const sending = { ...common, fill: createTemplates(de), house, publicUrl, ...config.delivery }
  const result = await sendIssue(sending, { ...read, approver, again: options.again === true })
  say(...describeResult(result, approver))
  if (result.kind === 'cancelled') {
    process.exitCode = 1
    return
  }
  if (await countLiveWorkers({ pool }) === 0) {
    say(NO_MAILER)
    return
  }
  await watchIssue(pool, result.number)
  say(...await describeDeliveries(pool, result.number))
}

/** Nobody can be held to the name that is given here, but the audit keeps it. */
async function askApprover ({ approvedBy, yes = false }: SendOptions): Promise<string> {
  if (approvedBy === undefined && (yes || !process.stdin.isTTY)) {
    throw new Error('--approved-by is missing: it takes the name of the person who has approved the issue')
  }
  const name = (approvedBy ?? await askLine('Who has approved this issue? ')).trim()
  if (name === '' || name.length > 100) throw new Error('the name of the approver must have 1 to 100 characters')
  return name
}

/** Shows where the mails will link to, and asks whether that is right, unless `--yes` says so. */
async function mayBeSent (deps: CommandDeps, title: string, { yes = false }: SendOptions): Promise<boolean> {
  const { config, pool } = deps
  const { publicUrl } = config.newsletter
  if (yes) {
    say(`The links in the mails begin with ${publicUrl}.`)
    return true
  }
  const readers = await countSubscribers({ pool })
  return await askWhether(`Send "${title}" to ${readers} readers, with links that begin with ${publicUrl}?`)
}

function describeResult (result: SendResult, approver: string): string[] {
  const { number } = result
  switch (result.kind) {
    case 'cancelled': {
      const { sent, planned } = result.progress
      return [
        `This is issue ${number}, which was cancelled: ${sent} of ${planned} readers had got it. ` +
          'It is not sent again automatically.',
        'To send it as a new issue to all readers, also to those who have got it: issue send --again'
      ]
    }
    case 'sent-before':
      return [`This issue went out before, as issue ${number}. It is not sent a second time.`]
    case 'planned':
      return [
        `Issue ${number} is planned: ${result.planned} mails.`,
        `The audit names ${approver} as its approver. Four eyes were not kept: nobody has signed in to approve it.`
      ]
  }
}
