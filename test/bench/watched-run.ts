import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'

const LOOK_MS = 100

export interface Run { seconds: number, peak: number, killed: boolean }

/**
 * Waits for a command to end, or kills it (SIGKILL) when it has come so far. Tells how long it took
 * and the most memory that it had, in MB.
 */
export async function watchRun (child: ChildProcess, far: (() => Promise<boolean>) | null = null): Promise<Run> {
  const start = performance.now()
  let peak = 0
  const exit = once(child, 'exit')
  while (child.exitCode === null && child.signalCode === null) {
    peak = Math.max(peak, await peakMegabytes(child))
    if (far !== null && await far()) child.kill('SIGKILL')
    await Promise.race([exit, delay(LOOK_MS)])
  }
  await exit
  const seconds = (performance.now() - start) / 1000
  if (child.signalCode === null && child.exitCode !== 0) throw new Error(`the command ended with ${child.exitCode}`)
  return { seconds, peak, killed: child.signalCode === 'SIGKILL' }
}

/** The most memory that a process has had, as the kernel counts it. */
async function peakMegabytes ({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}
