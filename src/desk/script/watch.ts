import { renew } from './renew.js'

/** What an event tells: see the route that sends it. */
interface Told { phase: string, spoken: string, html: string }

const AGAIN_MS = 3_000
/** A connection that is back within this was hardly away. */
const CUT_MS = 5_000

/**
 * Shows how an issue that is planned or sent stands, as it goes on. When other buttons are needed,
 * the page is renewed. A browser connects again when a connection breaks, but gives up when a proxy
 * says that nobody is there: then we begin again.
 */
export function watchDelivery (figures: HTMLElement): void {
  const status = document.querySelector<HTMLElement>('[data-watch-status]')
  const cut = document.querySelector<HTMLElement>('[data-watch-cut]')
  let cutTimer: ReturnType<typeof setTimeout> | undefined
  let spokenTens = -1
  const listen = (): void => {
    const source = new EventSource(figures.dataset['watch'] ?? '')
    source.addEventListener('message', ({ data }) => {
      clearTimeout(cutTimer)
      cutTimer = undefined
      if (cut !== null) cut.hidden = true
      const { phase, spoken, html } = JSON.parse(String(data)) as Told
      if (phase === figures.dataset['phase']) {
        show(html, spoken)
        return
      }
      source.close()
      void renew(watchAgain)
    })
    source.addEventListener('error', () => {
      cutTimer ??= setTimeout(() => { if (cut !== null) cut.hidden = false }, CUT_MS)
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, AGAIN_MS)
    })
  }

  function show (html: string, spoken: string): void {
    figures.innerHTML = html
    // Who listens does not want to hear each per cent.
    const tens = Math.floor(Number.parseInt(spoken) / 10)
    if (status === null || tens === spokenTens) return
    spokenTens = tens
    status.textContent = spoken
  }

  listen()
}

function watchAgain (main: HTMLElement): void {
  const figures = main.querySelector<HTMLElement>('[data-watch^="/"]')
  if (figures !== null) watchDelivery(figures)
}
