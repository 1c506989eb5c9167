import { autosaveDe } from '../../texts/autosave-de.js'

const EVERY_MS = 20_000

interface Present { name: string, block: string | null, since: string }

/**
 * Tells others that one is here and in which block, and shows who else is. A hidden tab counts,
 * too.
 */
export function showPresence (line: HTMLElement): void {
  const url = line.dataset['presence'] ?? ''
  const block = (): string | null =>
    document.activeElement?.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? null

  async function tell (): Promise<void> {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ block: block() })
    }).catch(() => null)
    if (answer?.ok !== true) return
    const { present } = await answer.json() as { present: Present[] }
    const names = [...new Set(present.map(({ name }) => name))]
    const text = names.length === 0 ? '' : autosaveDe.present(names.join(', '))
    if (line.textContent !== text) line.textContent = text
  }

  void tell()
  setInterval(() => { void tell() }, EVERY_MS)
  addEventListener('pagehide', () => {
    navigator.sendBeacon(url, new Blob([JSON.stringify({ away: true })], { type: 'application/json' }))
  })
}
