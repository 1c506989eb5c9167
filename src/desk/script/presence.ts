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
    say(line, present, autosaveDe.present)
    for (const section of document.querySelectorAll<HTMLElement>('[data-block]')) {
      const here = section.querySelector<HTMLElement>('[data-here]')
      const inBlock = present.filter(({ block }) => block === section.dataset['block'])
      if (here !== null) say(here, inBlock, autosaveDe.writesHere)
    }
  }

  let told = block()
  document.addEventListener('focusin', () => {
    if (block() === told) return
    told = block()
    void tell()
  })
  void tell()
  setInterval(() => { void tell() }, EVERY_MS)
  addEventListener('pagehide', () => {
    navigator.sendBeacon(url, new Blob([JSON.stringify({ away: true })], { type: 'application/json' }))
  })
}

function say (line: HTMLElement, present: readonly Present[], sentence: (names: string) => string): void {
  const names = [...new Set(present.map(({ name }) => name))]
  const text = names.length === 0 ? '' : sentence(names.join(', '))
  if (line.textContent !== text) line.textContent = text
  line.hidden = text === ''
}
