const AGAIN_MS = 3_000

/**
 * Brings the page up to date without leaving it, and then calls `done` with what it shows: where
 * the network is away, it is tried again.
 */
export async function renew (done: (main: HTMLElement) => void): Promise<void> {
  const answer = await fetch(location.pathname).catch(() => null)
  const fresh = answer?.ok === true
    ? new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main')
    : null
  const main = document.querySelector('main')
  if (fresh === null || main === null) {
    setTimeout(() => { void renew(done) }, AGAIN_MS)
    return
  }
  const hadFocus = main.contains(document.activeElement)
  main.replaceWith(fresh)
  if (hadFocus) fresh.focus()
  done(fresh)
}
