import {
  browserSupportsWebAuthn, startAuthentication, startRegistration,
  type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON
} from '@simplewebauthn/browser'

/**
 * Shows the buttons for passkeys where the browser knows passkeys. A button asks the server for
 * options, has a passkey made or used, and sends its form with the answer. If the server refuses to
 * give options, the form is sent without an answer: the page that follows says why.
 */
export function showPasskeyButtons (): void {
  if (!browserSupportsWebAuthn()) return
  for (const part of document.querySelectorAll<HTMLElement>('[data-passkey]')) showButton(part)
}

interface Offer {
  challengeId: string
  options: PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON
}

function showButton (part: HTMLElement): void {
  const button = part.querySelector('button')
  const field = part.querySelector('input')
  const form = part.closest('form')
  if (button === null || field === null || form === null) return
  let isBusy = false
  button.addEventListener('click', event => {
    event.preventDefault()
    if (isBusy) return
    isBusy = true
    say(part, '')
    void answer(part, form).then(text => {
      field.value = text
      form.requestSubmit(button)
    }).catch((error: unknown) => {
      const isKnown = error instanceof Error && error.name === 'InvalidStateError'
      say(part, (isKnown ? part.dataset['known'] : undefined) ?? part.dataset['failed'] ?? '')
    }).finally(() => { isBusy = false })
  })
  // A page that comes back from the browser's memory has a field that was sent already.
  window.addEventListener('pageshow', () => { field.value = '' })
  part.hidden = false
}

/** What the form's field holds; empty if the server gave no options. */
async function answer ({ dataset }: HTMLElement, form: HTMLFormElement): Promise<string> {
  const given = new FormData(form)
  given.delete('password')
  const fields = [...given].flatMap(([name, value]) => typeof value === 'string' ? [[name, value]] : [])
  const reply = await fetch(dataset['ask'] ?? '', { method: 'POST', body: new URLSearchParams(fields) })
  if (!reply.ok) return ''
  const { challengeId, options } = await reply.json() as Offer
  if (dataset['passkey'] === 'make') {
    const { id, response } = await startRegistration({ optionsJSON: options })
    const { clientDataJSON, attestationObject, transports = [] } = response
    return JSON.stringify({ challengeId, id, response: { clientDataJSON, attestationObject, transports } })
  }
  const { id, response } = await startAuthentication({ optionsJSON: options })
  const { clientDataJSON, authenticatorData, signature, userHandle = null } = response
  return JSON.stringify({ challengeId, id, response: { clientDataJSON, authenticatorData, signature, userHandle } })
}

/** Says what went wrong, also to those who listen. */
function say (part: HTMLElement, text: string): void {
  const place = part.querySelector('[role="alert"]')
  if (place !== null) place.textContent = text
}
