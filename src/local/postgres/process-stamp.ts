import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/**
 * Identifies a process beyond its pid (pids are reused) by its start time.
 * Null if there is no such process, or if it has ended and its parent has not collected it yet.
 */
export async function processStamp (pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return await askPs(pid, 'lstart=')
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (stat === null) return null
  // The name, in brackets, may hold spaces and brackets of its own. What follows starts at field 3
  // of proc(5).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, startedAt] = [fields[0], fields[19]]
  return state === 'Z' || state === 'X' || startedAt === undefined ? null : `${await bootId()} ${startedAt}`
}

/** The command line of a process, its parts separated by spaces; empty if there is none. */
export async function processCommand (pid: number): Promise<string> {
  if (process.platform !== 'linux') return await askPs(pid, 'command=') ?? ''
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ')
}

/** Start times count from boot, so that after a restart of the machine they come again. */
async function bootId (): Promise<string> {
  return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')).trim()
}

async function askPs (pid: number, field: string): Promise<string | null> {
  const { stdout } = await execute('ps', ['-o', field, '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return stdout.trim() === '' ? null : stdout.trim()
}
