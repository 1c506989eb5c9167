import { Command } from 'commander'
import { configFromProcess, type Config } from '../config.js'
import { startService, type Roles, type RunningService } from '../service.js'
import { openLog, say } from './command.js'
import { aborted, askedToEnd, Interrupted } from './signals.js'

/**
 * `start`, `serve` and `work`: the whole service in one process, or its roles, any number of each.
 */
export function serviceCommands (): Command[] {
  return [
    new Command('start').description('run web and mailer in one process').action(async () => {
      await runService({ web: true, mailer: true })
    }),
    new Command('serve').description('run the web half').action(async () => {
      await runService({ web: true, mailer: false })
    }),
    new Command('work').description('run the mailer half').action(async () => {
      await runService({ web: false, mailer: true })
    })
  ]
}

async function runService (roles: Roles): Promise<void> {
  const config = configFromProcess()
  const log = openLog(config)
  const ending = askedToEnd(() => log.error({ event: 'end_overdue' }, 'not everything ended in time'))
  ending.addEventListener('abort', () => {
    const signal = ending.reason instanceof Interrupted ? ending.reason.signal : 'unknown'
    log.info({ event: 'ending', signal }, 'ending')
  })
  const service = await startService(config, log, roles, ending).catch((error: unknown) => {
    // A start that is aborted rejects, and has stopped what it had started.
    if (!ending.aborted) throw error
    return null
  })
  if (service !== null) {
    say(...describe(config, service))
    await aborted(ending).catch(() => {})
    await service.stop()
  }
  log.info({ event: 'ended' }, 'ended')
  // A start that was aborted may have left a connection open.
  process.exit()
}

const SEND_EXAMPLE = 'npx integrationsbrief issue send templates/demo/ausgabe-1.yaml'

function describe (config: Config, { url, firstAccount, catcher }: RunningService): string[] {
  if (url === null) return ['The mailer is running.']
  // With PORT=0 the system chooses, so the address we listen at is the one to open.
  const base = config.web.port === 0 ? url : config.newsletter.publicUrl
  return [
    '',
    `  Sign-up page         ${base}/abonnieren`,
    `  Box for other sites  ${base}/einbetten`,
    `  Desk                 ${base}/redaktion`,
    ...(catcher === undefined ? [] : [`  Caught mails         ${base}/postfach`]),
    '',
    ...(firstAccount === null
      ? []
      : ['  Nobody has an account at the desk yet. This link makes the first one, once, within a day:',
          `  ${base}${firstAccount}`, '']),
    ...(catcher === undefined ? [] : [`  Send an issue:  ${SEND_EXAMPLE}`]),
    '  End with Ctrl-C.',
    ''
  ]
}
