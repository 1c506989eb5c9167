import { readdirSync, readFileSync } from 'node:fs'

// What the kernel says of other programs. Linux only: elsewhere the figures are 0.

const TICKS_PER_SECOND = 100

/** Seconds of processor time that a program has used, with its living and its ended children. */
export function cpuSeconds (pid: number): number {
  let ticks = 0
  for (const { id, parent, own, ended } of processes()) {
    if (id === pid) ticks += own + ended
    else if (parent === pid) ticks += own
  }
  return ticks / TICKS_PER_SECOND
}

/** Seconds of processor time of a program's main thread alone. */
export function mainThreadSeconds (pid: number): number {
  const times = timesIn(`/proc/${pid}/task/${pid}/stat`)
  return times === null ? 0 : times.own / TICKS_PER_SECOND
}

/** The most memory that a program ever had at once (VmHWM), in MB. */
export function peakMegabytes (pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024
}

interface Times { parent: number, own: number, ended: number }

function * processes (): Generator<Times & { id: number }> {
  let names: string[] = []
  try { names = readdirSync('/proc') } catch {}
  for (const name of names) {
    const times = /^\d+$/.test(name) ? timesIn(`/proc/${name}/stat`) : null
    if (times !== null) yield { id: Number(name), ...times }
  }
}

function timesIn (file: string): Times | null {
  // After the program's name, which may hold anything: state, parent, and from the twelfth on the
  // times.
  const fields = read(file).replace(/^.*\)\s/s, '').split(' ').map(Number)
  if (fields.length < 15) return null
  const [user, system, endedUser, endedSystem] = fields.slice(11, 15) as [number, number, number, number]
  return { parent: fields[1] as number, own: user + system, ended: endedUser + endedSystem }
}

function read (file: string): string {
  try { return readFileSync(file, 'utf8') } catch { return '' }
}
