import { setTimeout as delay } from 'node:timers/promises'

/** Somebody who writes in a draft as the desk's script does, on a bad line. */
export interface Writer {
  write: (milliseconds: number) => Promise<void>
  /** The marks of all texts that were answered "saved" or "kept". */
  promised: string[]
  counts: { saves: number, conflicts: number }
}

interface Deps { number: number, address: string, token: string, blocks: readonly string[] }

/** What a tab knows of a block: the text it shows, and the version that it started from. */
interface Known { base: number, body: string }

interface Answer { status: number, body: any }

const LOST = 0.15
const REPEATED = 0.15
const SLOW = 0.1
const SLOWEST_MS = 1_500
const PAUSE_MS = 150

export function createWriter ({ number, address, token, blocks }: Deps): Writer {
  const known = new Map(blocks.map((block): [string, Known] => [block, { base: 1, body: '' }]))
  const promised: string[] = []
  const counts = { saves: 0, conflicts: 0 }
  let marks = 0

  async function saveOne (): Promise<void> {
    const block = pick(blocks)
    const { base, body } = known.get(block) as Known
    const mark = `<${number}-${++marks}>`
    const text = body === '' ? mark : `${body} ${mark}`
    const answer = await ask(`bloecke/${block}`, { base, fields: fieldsOf(text) })
    if (answer.status === 200) {
      counts.saves++
      known.set(block, { base: answer.body.version, body: text })
    } else if (answer.status === 409) {
      counts.conflicts++
      await decide(block, text, answer.body)
    } else throw new Error(`a save was answered with ${answer.status}`)
    promised.push(mark)
  }

  /** Two texts met: mine, theirs, both by hand, or it is left for later. */
  async function decide (block: string, mine: string, conflict: Answer['body']): Promise<void> {
    const { kept, theirs: { fields: { body: theirs = '' }, version } } = conflict
    const choice = pick(['mine', 'theirs', 'both', 'later'])
    if (choice === 'later' || choice === 'theirs') {
      if (choice === 'theirs') await ask(`andere/${kept}`, { choice })
      known.set(block, { base: version, body: theirs })
      return
    }
    const text = choice === 'mine' ? mine : unite(theirs, mine)
    const answer = await ask(`andere/${kept}`, { choice, base: version, fields: fieldsOf(text) })
    // Somebody was faster again: what stands there now is where this writer goes on.
    if (answer.status === 200) known.set(block, { base: answer.body.version, body: text })
    else known.set(block, { base: answer.body.theirs.version, body: answer.body.theirs.fields.body ?? '' })
  }

  /** Asks until there is an answer, with one request at a time and sometimes the same one twice. */
  async function ask (path: string, body: unknown): Promise<Answer> {
    for (;;) {
      if (Math.random() < SLOW) await delay(Math.random() * SLOWEST_MS)
      if (Math.random() < LOST) {
        await loseAnswer(path, body)
        continue
      }
      const twin = Math.random() < REPEATED ? post(path, body) : null
      const answer = await post(path, body)
      await twin
      if (Math.random() < SLOW) await delay(Math.random() * SLOWEST_MS)
      return answer
    }
  }

  /** The line breaks before, while or after the request is worked on. */
  async function loseAnswer (path: string, body: unknown): Promise<void> {
    const line = new AbortController()
    const asked = post(path, body, line.signal).catch(() => {})
    await delay(Math.random() * 20)
    line.abort()
    await asked
  }

  async function post (path: string, body: unknown, signal?: AbortSignal): Promise<Answer> {
    const answer = await fetch(`${address}/${path}`, {
      method: 'POST',
      headers: {
        cookie: `redaktion=${token}`,
        'sec-fetch-site': 'same-origin',
        accept: 'application/json',
        'content-type': 'application/json'
      },
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal })
    })
    const text = await answer.text()
    return { status: answer.status, body: answer.status < 500 && text.startsWith('{') ? JSON.parse(text) : null }
  }

  return {
    promised,
    counts,
    async write (milliseconds) {
      const end = performance.now() + milliseconds
      while (performance.now() < end) {
        await delay(Math.random() * PAUSE_MS)
        if (Math.random() < 0.05) await ask(`bloecke/${pick(blocks)}/verschieben`, { to: pick(['up', 'down']) })
        await saveOne()
      }
    }
  }
}

function fieldsOf (body: string): Record<string, string> {
  return { headline: 'Acht schreiben', body }
}

/** Both texts by hand: every mark once. */
function unite (one: string, other: string): string {
  return [...new Set([...one.split(' '), ...other.split(' ')])].filter(mark => mark !== '').join(' ')
}

function pick<T> (from: readonly T[]): T {
  return from[Math.floor(Math.random() * from.length)] as T
}
