import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packagePath } from '../../src/platform/package-path.js'
import type { Test } from './test.js'

/** The program, as a command. */
export const PROGRAM = [process.execPath, join(import.meta.dirname, '..', '..', 'src', 'bin.cjs')]

export interface Ended { code: number | null, stdout: string, stderr: string }

export interface Running {
  process: ChildProcess
  /**
   * Waits until standard output holds a text, and returns all of it. Rejects, with what was said,
   * if the program ends before.
   */
  says: (text: string) => Promise<string>
  /** Sends a signal and waits for the end. */
  end: (signal: NodeJS.Signals) => Promise<Ended>
  /** Waits for the end. */
  ended: Promise<Ended>
}

/**
 * Starts the program as a user does, with nothing of this process's environment that is a setting.
 */
export function startProgram (
  t: Test, args: string[], settings: Record<string, string>, cwd = packagePath(), input?: string
): Running {
  return startCommand(t, [...PROGRAM, ...args], settings, cwd, input)
}

/**
 * Starts any command likewise. `input` is what a pipe brings it; with null the pipe stays open, and
 * the test writes to `process.stdin`.
 */
export function startCommand (
  t: Test,
  [file = '', ...args]: string[],
  settings: Record<string, string>,
  cwd = packagePath(),
  input?: string | null
): Running {
  const child = spawn(file, args, {
    cwd,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'], ...settings },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe']
  })
  child.stdin?.on('error', () => {})
  if (input !== null) child.stdin?.end(input)
  const output = { stdout: '', stderr: '' }
  const listeners = new Set<() => void>()
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
      for (const listener of listeners) listener()
    })
  }
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...output }))
  t.after(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return {
    process: child,
    ended,
    async says (text) {
      const said = new Promise<void>(resolve => {
        const look = (): void => { if (output.stdout.includes(text)) resolve() }
        listeners.add(look)
        look()
      })
      const tooEarly = ended.then(({ stdout, stderr }) => {
        if (!stdout.includes(text)) throw new Error(`the program ended:\n${stdout}${stderr}`)
      })
      await Promise.race([said, tooEarly])
      return output.stdout
    },
    async end (signal) {
      child.kill(signal)
      return await ended
    }
  }
}

/** Runs a command to its end. `input` is what a pipe brings it. */
export async function runProgram (
  t: Test, args: string[], settings: Record<string, string>, input?: string
): Promise<Ended> {
  return await startProgram(t, args, settings, packagePath(), input).ended
}

/** A data folder of its own that a database server of another user can reach. */
export async function dataFolder (t: Test): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'integrationsbrief-test-'))
  await chmod(folder, 0o755)
  t.after(async () => await rm(folder, { recursive: true, force: true }))
  return folder
}
