import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

export interface FileRun {
  /** Compiled test files; those that take long had better come first. */
  files: readonly string[]
  /** How many run at once. */
  jobs: number
  timeoutSeconds: number
  cwd: string
  env: NodeJS.ProcessEnv
  /** No other file is begun, and those that run are ended. */
  stopping: AbortSignal
}

/** A file that is out of time says so itself, unless it hangs. */
const GRACE_SECONDS = 20

/**
 * Runs test files, each a process of its own, and returns the TAP of them all: a subtest a file.
 * They are run without the hooks that tap's own runner loads into each process, and into each
 * program that a test starts: those need them for coverage alone, and take twice as long.
 */
export function runFiles (run: FileRun): Readable {
  const tap = new PassThrough()
  const waiting = run.files.values()
  let ended = 0
  const work = async (): Promise<void> => {
    for (const file of waiting) {
      if (run.stopping.aborted) return
      const { ok, said, diagnosis } = await runFile(run, file)
      tap.write(`# Subtest: ${file}\n${said}${ok ? 'ok' : 'not ok'} ${++ended} - ${file}${diagnosis}`)
    }
  }
  tap.write('TAP version 14\n')
  void Promise.all(Array.from({ length: run.jobs }, work)).then(
    () => tap.end(`1..${ended}\n`), error => tap.destroy(error as Error))
  return tap
}

async function runFile (
  { cwd, env, timeoutSeconds, stopping }: FileRun, file: string
): Promise<{ ok: boolean, said: string, diagnosis: string }> {
  const start = performance.now()
  const child = spawn(process.execPath, ['--enable-source-maps', file], {
    cwd, env: { ...env, TAP_TIMEOUT: String(timeoutSeconds) }, stdio: ['ignore', 'pipe', 'inherit']
  })
  const stop = (): void => { child.kill() }
  const hangs = setTimeout(() => child.kill('SIGKILL'), (timeoutSeconds + GRACE_SECONDS) * 1_000)
  stopping.addEventListener('abort', stop)
  const [said, [code, signal]] = await Promise.all([text(child.stdout), once(child, 'close')])
  stopping.removeEventListener('abort', stop)
  clearTimeout(hangs)
  const isWhole = /^1\.\.[1-9]/m.test(said)
  const ok = code === 0 && isWhole
  const why = isWhole ? `exitCode: ${code}\n  signal: ${signal}` : `found: no plan, and exit code ${code ?? signal}`
  const diagnosis = ok ? '' : `  ---\n  ${why}\n  ...\n`
  return {
    ok,
    said: said.replace(/^TAP version 14\n/, '').replaceAll(/^(?=.)/gm, '    '),
    diagnosis: ` # time=${(performance.now() - start).toFixed(1)}ms\n${diagnosis}`
  }
}
