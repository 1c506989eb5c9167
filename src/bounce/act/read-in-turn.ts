import { setTimeout as after } from 'node:timers/promises'
import { readVerpTag, type VerpTag } from '../../delivery/verp.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { createSemaphore } from '../../platform/semaphore.js'
import { readReport } from '../read/read-report.js'
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
 * Reads mails as they come, if they bear a tag of ours and are no loop, or if somebody asked for
 * them to be read. All others are strangers', and may be written to take long: they are read one
 * after the other, in a quarter of the time at most, so that pages and mails go on meanwhile.
 */
export function createReadInTurn (
  { keys, isLoop, now = () => performance.now(), rest = restFor }: Deps
): (arrived: Arrived) => Promise<Report> {
  const turn = createSemaphore(1)

  return async arrived => {
    const tag = tagOf(keys, arrived)
    if (arrived.door === 'file' || (tag !== null && !isLoop(tag))) return await readReport(arrived.raw)
    const leave = await turn.acquire()
    const began = now()
    try {
      return await readReport(arrived.raw)
    } finally {
      void rest(REST * (now() - began)).then(leave)
    }
  }
}

/** The tag in the envelope or the header. */
function tagOf (keys: Keyring, { to, raw }: Arrived): VerpTag | null {
  for (const text of [...to, raw.toString('latin1', 0, BEGINNING)]) {
    const tag = readVerpTag(keys, text)
    if (tag !== null) return tag
  }
  return null
}

async function restFor (ms: number): Promise<void> {
  await after(ms, undefined, { ref: false })
}
