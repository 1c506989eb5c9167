import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'

// Runs the checks side by side, one a processor, the longest first. What each has to say is printed
// when it ends. It ends with 1 unless all have passed. It is JavaScript because nothing is compiled
// yet.

const waiting = ['check:lint', 'check:types', 'sql:check', 'check:imports', 'check:unused']

await Promise.all(Array.from({ length: availableParallelism() }, async () => {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) await run(check)
}))

async function run (check) {
  const child = spawn('npm', ['run', '-s', check], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', data => { said += data })
  const [code] = await once(child, 'close')
  if (code !== 0) process.exitCode = 1
  console.log(`${code === 0 ? 'passed' : 'FAILED'} ${check}`)
  if (code !== 0) process.stdout.write(said)
}
