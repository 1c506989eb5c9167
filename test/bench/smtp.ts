import { parseArgs } from 'node:util'
import { startRival, type Rival } from './children.js'
import { cpuSeconds } from './cpu.js'
import type { Slice } from './slice.js'
import { environment, onStage, writeKey } from './stage.js'

const CONNECTIONS = 20
const TURNS = 5
const WAYS = ['ours', 'nodemailer'] as const

/** What a mail costs in one turn, in microseconds: by the clock, and of the processors. */
interface Cost { wall: number, sender: number, relay: number }

/**
 * Measures what it costs to hand over a finished mail, by turns with our transaction and with
 * nodemailer's `send`. The machine may be busy with other things: look at the processor time, and
 * at the medians.
 */
export async function smtp (args: string[]): Promise<boolean> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } })
  const say = (text: string): void => { console.log(text) }
  return await onStage({ recipients: 1, say }, async ({ number, sink, started, settings, folder }) => {
    const env = environment({
      ...settings,
      MAIL_CONNECTIONS: String(CONNECTIONS),
      DKIM_DOMAIN: 'hessen.example',
      DKIM_KEY_FILE: await writeKey(folder)
    })
    const rivals: Array<[way: typeof WAYS[number], rival: Rival]> = []
    for (const way of WAYS) rivals.push([way, await startRival(started, `smtp-${way}`, number, env)])
    const costs: Record<typeof WAYS[number], Cost[]> = { ours: [], nodemailer: [] }
    for (let turn = 0; turn < TURNS; turn++) {
      for (const [way, rival] of rivals) {
        const before = cpuSeconds(sink.pid)
        const slice = await rival()
        costs[way].push(costOf(slice, cpuSeconds(sink.pid) - before))
      }
    }
    for (const way of WAYS) {
      for (const what of ['wall', 'sender', 'relay'] as const) {
        const each = costs[way].map(cost => cost[what])
        say(`${way}, ${what}: ${median(each).toFixed(0)} µs a mail (${each.map(cost => cost.toFixed(0)).join(', ')})`)
      }
    }
    if (values.json) say(JSON.stringify(resultOf(costs)))
    return true
  })
}

function costOf ({ count, seconds, cpu }: Slice, relaySeconds: number): Cost {
  return { wall: seconds * 1e6 / count, sender: (cpu ?? 0) * 1e6 / count, relay: relaySeconds * 1e6 / count }
}

/** Medians in microseconds, and how many times as much nodemailer takes. */
function resultOf ({ ours, nodemailer }: Record<typeof WAYS[number], Cost[]>): Record<string, number> {
  const pick = (costs: Cost[], what: keyof Cost): number => Math.round(median(costs.map(cost => cost[what])))
  const times = (what: keyof Cost): number => Number((pick(nodemailer, what) / pick(ours, what)).toFixed(2))
  return {
    ours_cpu_us: pick(ours, 'sender'),
    nodemailer_cpu_us: pick(nodemailer, 'sender'),
    cpu_ratio: times('sender'),
    ours_wall_us: pick(ours, 'wall'),
    nodemailer_wall_us: pick(nodemailer, 'wall'),
    wall_ratio: times('wall')
  }
}

function median (values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number
}
