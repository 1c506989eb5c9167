import { isDeepStrictEqual } from 'node:util'
import { Command } from 'commander'
import { makeEnvironment } from '../demo/environment.js'
import { playStory, type DemoResult } from '../demo/story.js'
import { createPool } from '../platform/database/pool.js'
import { createLog } from '../platform/log/log.js'
import { CleanupStack } from '../platform/cleanup-stack.js'
import { startService } from '../service.js'
import { say } from './command.js'
import { aborted, askedToEnd } from './signals.js'

/** The result that the story must have. */
const EXPECTED: DemoResult = {
  signed_up: 200,
  confirmed: 190,
  first_issue: { planned: 190, sent: 190, failed: 0, skipped: 0 },
  unsubscribed: 10,
  second_issue: { planned: 180, sent: 180, failed: 0, skipped: 0 },
  erased: true,
  approved_by_second_person: true,
  refused_self_approval: true,
  archived: 2
}

/** `demo`: the whole main job on real parts, in a folder of its own that is removed in the end. */
export function demoCommand (): Command {
  return new Command('demo').description('show the whole main job, from sign-up to erasure, in a temporary folder')
    .action(async () => {
      const result = await runDemo()
      say(JSON.stringify(result))
      if (!isDeepStrictEqual(result, EXPECTED)) process.exitCode = 1
    })
}

async function runDemo (): Promise<DemoResult> {
  const lines: string[] = []
  const start = performance.now()
  const ending = askedToEnd()
  const cleanup = new CleanupStack()
  try {
    const { config, remove } = await makeEnvironment()
    cleanup.add(remove)
    const log = createLog({ level: config.log.level, sink: { write: line => { lines.push(line) } } })
    const service = await startService(config, log, { web: true, mailer: true }, ending)
    cleanup.add(service.stop)
    const pool = createPool({ url: service.databaseUrl, max: 4, name: 'integrationsbrief demo', log })
    cleanup.add(async () => await pool.end())
    const story = playStory({
      config,
      log,
      pool,
      service,
      logged: () => lines.join(''),
      say: line => say(`${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s  ${line}`)
    })
    return await Promise.race([story, aborted(ending)])
  } finally {
    await cleanup.run()
  }
}
