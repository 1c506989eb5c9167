import { autosaveDe } from '../../texts/autosave-de.js'

const texts = autosaveDe.signIn

let asking: Promise<void> | null = null

/**
 * Asks to sign in again, once for all forms that wait for it. The sign-in is in a tab of its own,
 * so that this one keeps its texts.
 */
export async function askToSignIn (): Promise<void> {
  asking ??= ask().finally(() => { asking = null })
  await asking
}

async function ask (): Promise<void> {
  const dialog = document.createElement('dialog')
  dialog.className = 'desk-dialog'
  dialog.setAttribute('aria-labelledby', 'anmelden-titel')
  const heading = document.createElement('h2')
  heading.id = 'anmelden-titel'
  heading.textContent = texts.heading
  const text = document.createElement('p')
  text.textContent = texts.text
  const link = document.createElement('a')
  link.href = document.querySelector<HTMLAnchorElement>('.desk-head .wordmark')?.href ?? '/redaktion'
  link.target = '_blank'
  link.className = 'kern-btn kern-btn--primary'
  link.append(label(texts.open))
  const done = document.createElement('button')
  done.type = 'button'
  done.className = 'kern-btn kern-btn--secondary'
  done.append(label(texts.done))
  dialog.append(heading, text, link, ' ', done)
  document.body.append(dialog)
  dialog.showModal()
  await new Promise<void>(resolve => {
    done.addEventListener('click', () => { dialog.close() })
    dialog.addEventListener('close', () => { resolve() })
  })
  dialog.remove()
}

function label (text: string): HTMLElement {
  const span = document.createElement('span')
  span.className = 'kern-label'
  span.textContent = text
  return span
}
