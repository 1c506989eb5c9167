import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { endProgram, type Started } from './children.js'

export const MAIN = join(import.meta.dirname, '..', '..', 'src', 'bin.cjs')

/** The mailer half of the service, in a process of its own as in production. */
export interface Mailer {
  pid: number
  /** Lets it stand still, or go on. */
  signal: (name: 'SIGSTOP' | 'SIGCONT') => void
  stop: () => Promise<void>
  /** Throws if it has ended. */
  mustLive: () => void
}

/**
 * Starts `integrationsbrief work` and waits until it is ready for jobs. A profile is written when
 * it ends.
 */
export async function startMailer (
  started: Started, env: NodeJS.ProcessEnv, profile: string | undefined
): Promise<Mailer> {
  const flags = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
  const child = started.add(spawn(process.execPath, [...flags, MAIN, 'work'], {
    env, stdio: ['ignore', 'pipe', 'inherit']
  }))
  const [text] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]) as unknown[]
  if (!String(text).includes('running')) throw new Error('the mailer did not start')
  return {
    pid: child.pid as number,
    signal: name => { child.kill(name) },
    stop: async () => await endProgram(child),
    mustLive: () => {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error('the mailer has ended')
    }
  }
}
