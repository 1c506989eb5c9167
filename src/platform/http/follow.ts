import type { Visit } from './visit.js'

export type Answered = Extract<Visit, { ok: true }>
export type Failure = Extract<Visit, { ok: false }>['reason']

/** Where an address leads in the end. */
export type Followed =
  | { end: 'answered', url: URL, answer: Answered }
  | { end: 'failed', reason: Failure, isRedirected: boolean }
  /** It leads to something that is not the web, out of encryption, or on and on. */
  | { end: 'not-web' | 'unencrypted' | 'endless' }

const MOST_REDIRECTS = 5

/** Follows an address of the web to its end. `ask` visits each step, guarded as the first one. */
export async function follow (first: URL, ask: (url: URL) => Promise<Visit>): Promise<Followed> {
  let url = first
  for (let step = 0; step <= MOST_REDIRECTS; step++) {
    const answer = await ask(url)
    if (!answer.ok) return { end: 'failed', reason: answer.reason, isRedirected: step > 0 }
    const next = redirectOf(answer, url)
    if (next === null) return { end: 'answered', url, answer }
    if (!/^https?:$/.test(next.protocol)) return { end: 'not-web' }
    if (url.protocol === 'https:' && next.protocol === 'http:') return { end: 'unencrypted' }
    url = next
  }
  return { end: 'endless' }
}

function redirectOf ({ status, location }: Answered, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return null
  return URL.canParse(location, from.href) ? new URL(location, from.href) : null
}
