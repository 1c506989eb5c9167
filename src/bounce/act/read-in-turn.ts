import { setImmediate, setTimeout as after } from 'node:timers/promises'
import { readVerpTag, type VerpTag } from '../../delivery/verp.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { createSemaphore } from '../../platform/semaphore.js'
import { linesOf, readFields, valuesOf } from '../read/fields.js'
import { ADDRESSED, findAddresses, readReport } from '../read/read-report.js'
import type { Report } from '../read/report.js'
import type { Arrived } from '../receive/arrived.js'

/** So many times as long as a stranger's mail took to read, none of strangers is read after it. */
const REST = 3
/** Where doors write to whom a mail came, in bytes. */
const BEGINNING = 16_384

interface Deps {
  keys: Keyring
  isLoop: (tag: VerpTag) => boolean
  /** For tests. */
  now?: () => number
  rest?: (ms: number) => Promise<unknown>
}

/**
 * Reads mails as they come, if they were sent to a tag of ours, one at a time for each, and are no
 * loop, or if somebody asked for them to be read. All others are strangers', and may be written to
 * take long: they are read one after the other, in a quarter of the time at most, so that pages and
 * mails go on meanwhile.
 */
export function createReadInTurn (
  { keys, isLoop, now = () => performance.now(), rest = restFor }: Deps
): (arrived: Arrived) => Promise<Report> {
  const turn = createSemaphore(1)
  const reading = new Set<string>()

  return async arrived => {
    if (arrived.door === 'file') return await readReport(arrived.raw, arrived.from)
    const tag = tagOf(keys, arrived)
    const copy = tag === null || isLoop(tag) ? null : `${tag.id} ${tag.issue}`
    if (copy !== null && !reading.has(copy)) return await readNow(copy, arrived)
    const leave = await turn.acquire()
    const began = now()
    try {
      return await readReport(arrived.raw, arrived.from)
    } finally {
      void rest(REST * (now() - began)).then(leave)
    }
  }

  async function readNow (copy: string, { raw, from }: Arrived): Promise<Report> {
    reading.add(copy)
    try {
      // A turn of the event loop for others.
      await setImmediate()
      return await readReport(raw, from)
    } finally {
      reading.delete(copy)
    }
  }
}

/** The tag that it was sent to: by the envelope, or by the fields that findOwner trusts. */
function tagOf (keys: Keyring, { to, raw }: Arrived): VerpTag | null {
  const [header = ''] = raw.toString('latin1', 0, BEGINNING).split(/\r?\n\r?\n/, 1)
  const fields = readFields(linesOf(header))
  for (const address of [...to, ...findAddresses(valuesOf(fields, ADDRESSED))]) {
    const tag = readVerpTag(keys, address)
    if (tag !== null) return tag
  }
  return null
}

async function restFor (ms: number): Promise<void> {
  await after(ms, undefined, { ref: false })
}
