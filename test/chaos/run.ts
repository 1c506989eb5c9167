import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CleanupStack } from '../../src/platform/cleanup-stack.js'
import { makeRunFolder } from '../support/run-folder.js'
import { asTest } from '../support/test.js'
import { ownServer } from './own-server.js'
import { KINDS, playRound, type Kind, type RoundResult } from './round.js'
import { summarise } from './summary.js'

// Chaos by the hundred: `npm run chaos -- --rounds 100`. Round n of seed s has the seed s + n - 1,
// so that any round can be played again by itself. Ends with 1 if a promise did not hold.

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '14' },
    seed: { type: 'string' },
    only: { type: 'string', default: KINDS.join(',') },
    recipients: { type: 'string', default: '5000' },
    connections: { type: 'string', default: '10' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false }
  }
})

const wholeNumber = (name: string, text: string, from: number): number => {
  if (!/^\d{1,10}$/.test(text) || Number(text) < from) throw new Error(`--${name} takes a whole number from ${from}`)
  return Number(text)
}

const stopSignal = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopSignal.abort(signal))

try {
  process.exitCode = await run()
} catch (error) {
  console.error(`chaos: ${(error as Error).message}`)
  process.exitCode = 1
}

async function run (): Promise<number> {
  const rounds = wholeNumber('rounds', values.rounds, 1)
  const seed = values.seed === undefined ? Math.floor(Math.random() * 1e9) : wholeNumber('seed', values.seed, 0)
  const recipients = wholeNumber('recipients', values.recipients, 100)
  const connections = wholeNumber('connections', values.connections, 1)
  const kinds = values.only.split(',').map(name => {
    if (!KINDS.includes(name as Kind)) throw new Error(`--only knows ${KINDS.join(', ')}`)
    return name as Kind
  })
  const kept = join(tmpdir(), `integrationsbrief-chaos-${seed}`)
  const folder = await makeRunFolder()
  process.env['TMPDIR'] = folder.dir
  const cleanup = new CleanupStack()
  const results: RoundResult[] = []
  console.log(`seed ${seed}`)
  try {
    // What the rounds clone their databases from.
    const { url, pool } = await ownServer(asTest(cleanup))
    await pool.end()
    process.env['TEST_DATABASE_URL'] = url
    for (let round = 1; round <= rounds && !stopSignal.signal.aborted; round++) {
      const kind = kinds[(round - 1) % kinds.length] as Kind
      const result = await playRound(kind, { seed: seed + round - 1, recipients, connections, quick: values.quick })
      results.push({ ...result, logs: [] })
      console.log(describe(round, result))
      if (result.broken.length > 0) await keep(kept, result, connections)
    }
  } finally {
    await cleanup.run()
    await folder.remove()
  }
  const { ok, summary } = summarise(results, { seed, connections })
  if (stopSignal.signal.aborted) console.log(`stopped by ${stopSignal.signal.reason}`)
  if (values.json) console.log(JSON.stringify(summary))
  else console.log(ok ? `every promise held in ${results.length} rounds` : 'a promise did not hold')
  return ok && results.length === rounds ? 0 : 1
}

function describe (
  round: number, { kind, seconds, lost, repeated, unaccounted, kills, notes, broken }: RoundResult
): string {
  const measured = [
    `${lost} lost`,
    `${repeated} repeated`,
    `${unaccounted} unaccounted`,
    ...(kills > 0 ? [`${kills} killed`] : []),
    ...notes
  ]
  const verdict = broken.length === 0 ? 'ok    ' : 'BROKEN'
  return [
    `${verdict} ${round} ${kind}: ${measured.join(', ')} (${seconds.toFixed(1)} s)`,
    ...broken.map(promise => `       ${promise}`)
  ].join('\n')
}

/** Says how to play the round again, and keeps what its mailers have logged. */
async function keep (
  folder: string, { kind, seed, recipients, logs }: RoundResult, connections: number
): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [index, log] of logs.entries()) {
    await writeFile(join(folder, `${seed}-${kind}-mailer-${index + 1}.log`), log)
  }
  const sizes = `--recipients ${recipients} --connections ${connections}${values.quick ? ' --quick' : ''}`
  console.log(`       again: npm run chaos -- --rounds 1 --seed ${seed} --only ${kind} ${sizes}`)
  console.log(`       logs: ${folder}/${seed}-${kind}-*`)
}
