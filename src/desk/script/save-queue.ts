import type { Typed } from './kept-text.js'

/** How a save ended. `offline`: nobody answered, or a server that is not well. */
export type Outcome =
  | { kind: 'saved', version: number }
  | { kind: 'conflict', kept: string }
  | { kind: 'gone' }
  | { kind: 'signed-out' }
  | { kind: 'refused', message: string }
  | { kind: 'offline' }

/** Sends what was typed, as a change of the version that it began with. */
export async function sendSave (url: string, base: number, posted: Typed): Promise<Outcome> {
  let answer: Response
  try {
    answer = await fetch(url, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ base, posted }),
      signal: AbortSignal.timeout(ANSWER_MS)
    })
  } catch {
    return { kind: 'offline' }
  }
  if (answer.status === 401 || answer.status === 403) return { kind: 'signed-out' }
  if (answer.status === 410) return { kind: 'gone' }
  const body = await answer.json().catch(() => ({})) as Record<string, unknown>
  if (answer.ok) return { kind: 'saved', version: Number(body['version']) }
  if (answer.status === 409) return { kind: 'conflict', kept: String(body['kept']) }
  if (answer.status < 500) return { kind: 'refused', message: String(body['message'] ?? '') }
  return { kind: 'offline' }
}

const ANSWER_MS = 20_000
