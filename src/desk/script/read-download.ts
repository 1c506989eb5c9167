import { autosaveDe } from '../../texts/autosave-de.js'

const texts = autosaveDe.download

interface Read { type?: string, size?: number, message: string | null }

/**
 * Reads type and size of a download from its address without leaving the page, at the press of the
 * button that otherwise sends the form. What is found is typed into the fields.
 */
export function readDownloadsHere (root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-read-download]')) {
    let isReading = false
    button.addEventListener('click', event => {
      event.preventDefault()
      if (isReading) return
      isReading = true
      void readInto(button).finally(() => { isReading = false })
    })
    button.dataset['offered'] = ''
  }
}

async function readInto (button: HTMLButtonElement): Promise<void> {
  const row = button.closest('fieldset')
  const said = row?.querySelector('[data-read-said]') ?? null
  const say = (text: string): void => { if (said !== null) said.textContent = text }
  const field = (key: string): HTMLInputElement | null =>
    row?.querySelector<HTMLInputElement>(`input[name="${button.value}.${key}"]`) ?? null
  say(texts.reading)
  const read = await ask(button.form?.action ?? '', field('url')?.value ?? '')
  for (const key of ['type', 'size'] as const) {
    const [input, found] = [field(key), read?.[key]]
    if (input === null || found === undefined) continue
    input.value = String(found)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
  say(read === null ? texts.noAnswer : read.message ?? texts.read)
}

/** `action` is where the form of the block is sent to: the address of its draft stands before. */
async function ask (action: string, url: string): Promise<Read | null> {
  const answer = await fetch(action.replace(/\/bloecke\/[^/]*$/, '/download'), {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ url })
  }).catch(() => null)
  return answer?.ok === true ? await answer.json() as Read : null
}
