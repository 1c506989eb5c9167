import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Parser, Result } from 'tap-parser'
import { packagePath } from '../src/platform/package-path.js'
import { runFiles } from './check/run-files.js'
import { readTap, type Counts } from './check/tap-results.js'
import { makeRsaKey } from './support/dkim.js'
import { makeRunFolder } from './support/run-folder.js'
import { startTestServer } from './support/test-server.js'

// Runs the compiled tests: all, or those named on the command line (test/platform, or
// test/platform/x.test.ts). With --coverage it also says how much of src/ they run through, and
// fails if that is too little. Its last line says how many passed and failed; it ends with 1 unless
// all that ran has passed, and something did run.

/** Lines of src/ that the whole suite runs through, in percent: below that the run fails. */
const COVERAGE_FLOOR = 90

/** Many tests wait for a relay, a browser or a clock: two leave part of two processors idle. */
const JOBS = 3
const TIMEOUT_SECONDS = 300

const args = process.argv.slice(2)
// Not in every run: with coverage, the many programs that tests start make it take half as long
// again.
const withCoverage = args.includes('--coverage')
const selection = args.filter(arg => !arg.startsWith('--'))
  .map(path => relative(packagePath(), path).replace(/\.ts$/, '.js'))
const stopSignal = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopSignal.abort(signal))

process.exitCode = await run()

async function run (): Promise<number> {
  const folder = await makeRunFolder()
  process.env['TMPDIR'] = folder.dir
  let counts: Counts
  try {
    counts = await runTap((await startTestServer()).url)
  } catch (error) {
    console.error(error)
    counts = { passed: 0, failed: 1, skipped: 0 }
  } finally {
    await folder.remove()
  }
  const covered = !withCoverage || stopSignal.signal.aborted || await reportCoverage()
  const { passed, failed, skipped } = counts
  if (passed + failed === 0) console.log('no test was run')
  if (stopSignal.signal.aborted) console.log(`stopped by ${stopSignal.signal.reason}`)
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return covered && passed > 0 && failed === 0 && !stopSignal.signal.aborted ? 0 : 1
}

async function runTap (databaseUrl: string): Promise<Counts> {
  const files = await findFiles()
  if (files.length === 0 || stopSignal.signal.aborted) return { passed: 0, failed: 0, skipped: 0 }
  const env = {
    ...process.env,
    TEST_DATABASE_URL: databaseUrl,
    TEST_DKIM_KEY: makeRsaKey().export({ type: 'pkcs8', format: 'pem' }).toString()
  }
  const unseen = new Set(files)
  const { parser, counts } = readTap({
    file: (name, ...result) => {
      unseen.delete(name)
      printFile(name, ...result)
    },
    failure: printFailure,
    output: text => process.stdout.write(text)
  })
  const code = withCoverage ? await runWithCoverage(files, env, parser) : await runThem(files, env, parser)
  for (const name of unseen) {
    printFile(name, false, null, { passed: 0, failed: 1, skipped: 0 })
    counts.failed++
  }
  // A run that dies of something else than a test is not a good run.
  if (code !== 0 && counts.failed === 0) {
    console.log(`tap ended with ${code}`)
    counts.failed++
  }
  return counts
}

async function runThem (files: readonly string[], env: NodeJS.ProcessEnv, parser: Parser): Promise<number> {
  await pipeline(runFiles({
    files, env, jobs: JOBS, timeoutSeconds: TIMEOUT_SECONDS, cwd: packagePath(), stopping: stopSignal.signal
  }), parser)
  return 0
}

/** By tap's own runner, which is configured in .taprc. Returns its exit code. */
async function runWithCoverage (files: readonly string[], env: NodeJS.ProcessEnv, parser: Parser): Promise<number> {
  const program = packagePath('node_modules', '.bin', 'tap')
  const tap = spawn(process.execPath, [program, '--reporter=tap', '--coverage-report=json-summary', ...files], {
    cwd: packagePath(), env, stdio: ['ignore', 'pipe', 'inherit']
  })
  stopSignal.signal.addEventListener('abort', () => tap.kill())
  tap.stdout.pipe(parser)
  const [code] = await once(tap, 'close')
  return code
}

/**
 * The compiled test files, or those that were asked for: by file, by folder, or by the beginning of
 * a name.
 */
async function findFiles (): Promise<string[]> {
  const all = (await readdir(packagePath('build', 'test'), { recursive: true }))
    .filter(name => name.endsWith('.test.js')).map(name => join('build', 'test', name)).sort()
  return selection.length === 0 ? all : all.filter(file => selection.some(path => file.startsWith(join('build', path))))
}

function sourceName (compiled: string): string {
  return compiled.replace(/^build\//, '').replace(/\.js$/, '.ts')
}

function printFile (name: string, ok: boolean, milliseconds: number | null, { passed, failed, skipped }: Counts): void {
  const result = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    milliseconds === null ? 'did not end' : `${(milliseconds / 1000).toFixed(1)} s`
  ]
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${sourceName(name)}: ${result.join(', ')}`)
}

function printFailure (path: string[], { diag }: Result): void {
  const { diff, at, found, wanted, expired, exitCode, signal, ...rest } = (diag ?? {}) as Record<string, unknown>
  const stack = rest['stack'] ?? (diff === undefined ? undefined : at)
  console.log(`\nFAILED ${path.map(sourceName).join(' > ')}`)
  for (const [name, value] of Object.entries({ diff, found, wanted, stack, expired, exitCode, signal })) {
    if (value === undefined || value === null || value === '') continue
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    console.log(`  ${name}: ${text.trimEnd().replaceAll('\n', '\n    ')}`)
  }
}

async function reportCoverage (): Promise<boolean> {
  const file = packagePath('.tap', 'report', 'coverage-summary.json')
  const report = await readFile(file, 'utf8').catch(() => null)
  if (report === null) return true
  const { lines, branches } = (JSON.parse(report) as { total: Record<'lines' | 'branches', { pct: number }> }).total
  console.log(`\ncoverage: ${lines.pct} % of the lines, ${branches.pct} % of the branches`)
  if (lines.pct < COVERAGE_FLOOR) console.log(`that is less than the ${COVERAGE_FLOOR} % asked for`)
  return lines.pct >= COVERAGE_FLOOR
}
