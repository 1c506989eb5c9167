import { renew } from './renew.js'

const RENEW_MS = 3_000

/** Renews the page of an import as long as something goes on. */
export function renewImport (): void {
  setTimeout(() => {
    void renew(main => { if (main.querySelector('[data-renew]') !== null) renewImport() })
  }, RENEW_MS)
}

/** Shows how much of a file is uploaded. Without a script, the browser does in its own way. */
export function showUpload (form: HTMLFormElement): void {
  const part = form.querySelector<HTMLElement>('[data-upload-progress]')
  const bar = part?.querySelector('progress')
  if (part == null || bar == null) return
  form.addEventListener('submit', event => {
    event.preventDefault()
    const request = new XMLHttpRequest()
    const button = form.querySelector('button')
    if (button !== null) button.disabled = true
    part.hidden = false
    request.upload.addEventListener('progress', ({ loaded, total }) => { bar.value = Math.floor(loaded / total * 100) })
    request.addEventListener('load', () => {
      const isDone = new URL(request.responseURL).pathname !== new URL(form.action).pathname
      // A page that says what is wrong takes the place of this one.
      if (isDone) location.assign(request.responseURL)
      else show(request.responseText)
    })
    // The browser tells best why nothing arrived.
    request.addEventListener('error', () => { form.submit() })
    request.open('POST', form.action)
    request.send(new FormData(form))
  })

  function show (html: string): void {
    const fresh = new DOMParser().parseFromString(html, 'text/html')
    const main = fresh.querySelector('main')
    if (main === null) return
    document.title = fresh.title
    document.querySelector('main')?.replaceWith(main)
    const next = main.querySelector<HTMLFormElement>('[data-upload]')
    if (next !== null) showUpload(next)
    main.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }
}
