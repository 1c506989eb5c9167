/**
 * Keeps at the account whether its editor prefers the text mode, whenever that changes: the next
 * page opens that way. If the server does not answer, the choice holds for this page alone.
 */
export function keepTextMode (page: HTMLElement): void {
  let kept = Promise.resolve()
  page.addEventListener('textmodechange', event => {
    const { textMode } = (event as CustomEvent<{ textMode: boolean }>).detail
    // One after the other: the last choice is the one that stays.
    kept = kept.then(async () => await post(page.dataset['textModeUrl'] ?? '', textMode))
  })
}

async function post (url: string, textMode: boolean): Promise<void> {
  const body = new URLSearchParams(textMode ? { textmodus: 'on' } : {})
  await fetch(url, { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(() => {})
}
