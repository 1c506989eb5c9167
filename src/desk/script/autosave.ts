import { autosaveDe as texts } from '../../texts/autosave-de.js'
import { fillForm, readForm, readSent } from './form-fields.js'
import { forgetText, keepText, keptText } from './kept-text.js'
import { sendSave, type Outcome } from './save-queue.js'
import { askToSignIn } from './sign-in-dialog.js'

const AFTER_TYPING_MS = 1_500
const FIRST_RETRY_MS = 2_000
const LONGEST_RETRY_MS = 30_000
/** As the server says it, wherever the browser is. */
const CLOCK = { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Berlin' } as const

/**
 * Saves the forms of a draft while people write. Each form has one save in flight at most; the
 * next waits for its version. What is not saved stays in this tab, and the form says so. Returns
 * what saves all of them at once.
 */
export function saveForms (forms: Iterable<HTMLFormElement>): () => Promise<void> {
  const saving = [...forms].map(saveForm)
  addEventListener('beforeunload', event => { if (saving.some(({ isUnsaved }) => isUnsaved())) event.preventDefault() })
  return async () => { await Promise.all(saving.map(async ({ save }) => { await save() })) }
}

interface SavedForm {
  /** Whether it holds something that is not saved. */
  isUnsaved: () => boolean
  save: () => Promise<void>
}

function saveForm (form: HTMLFormElement): SavedForm {
  const line = form.querySelector<HTMLElement>('[data-saved]')
  const base = form.elements.namedItem('base') as HTMLInputElement
  // People write before this script is there.
  let saved = JSON.stringify(readSent(form))
  let inFlight: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let retryMs = FIRST_RETRY_MS
  /** Somebody must decide before more can be saved. */
  let isBlocked = false
  let isLeaving = false

  const isUnsaved = (): boolean => !isLeaving && JSON.stringify(readForm(form)) !== saved
  const say = (text: string, isTrouble = false): void => {
    if (line === null) return
    line.textContent = text
    // What goes well is not read aloud each time.
    if (isTrouble) line.setAttribute('role', 'alert')
    else line.removeAttribute('role')
  }
  const saveIn = (ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => { void save() }, ms)
  }

  async function save (): Promise<void> {
    clearTimeout(timer)
    if (inFlight !== null) await inFlight
    if (isBlocked || !isUnsaved()) return
    inFlight = saveOnce().finally(() => { inFlight = null })
    await inFlight
    if (!isBlocked && isUnsaved() && retryMs === FIRST_RETRY_MS) saveIn(AFTER_TYPING_MS)
  }

  async function saveOnce (): Promise<void> {
    const typed = readForm(form)
    keepText(form, typed)
    say(texts.saving)
    await settle(await sendSave(form.action, Number(base.value), typed), JSON.stringify(typed))
  }

  async function settle (outcome: Outcome, sent: string): Promise<void> {
    if (outcome.kind === 'saved') {
      base.value = String(outcome.version)
      saved = sent
      retryMs = FIRST_RETRY_MS
      if (!isUnsaved()) forgetText(form)
      say(texts.saved(new Date().toLocaleTimeString('de-DE', CLOCK)))
      form.dispatchEvent(new CustomEvent('draft:saved', { bubbles: true }))
    } else if (outcome.kind === 'signed-out') {
      say(texts.signedOut, true)
      await askToSignIn()
      saveIn(0)
    } else if (outcome.kind === 'offline') {
      say(texts.offline, true)
      saveIn(retryMs)
      retryMs = Math.min(2 * retryMs, LONGEST_RETRY_MS)
    } else block(outcome)
  }

  function block (outcome: Exclude<Outcome, { kind: 'saved' | 'signed-out' | 'offline' }>): void {
    isBlocked = true
    if (outcome.kind === 'conflict') {
      forgetText(form)
      say(texts.conflict, true)
      const link = document.createElement('a')
      link.href = `${new URL(form.action).pathname.replace(/\/(?:bloecke\/[^/]+|kopf)$/, '')}/andere/${outcome.kept}`
      link.textContent = texts.decide
      line?.append(link)
      isLeaving = true
    } else if (outcome.kind === 'gone') {
      say(texts.gone, true)
    } else say(texts.refused(outcome.message), true)
  }

  form.addEventListener('input', () => {
    isBlocked &&= isLeaving
    keepText(form, readForm(form))
    if (inFlight === null && retryMs === FIRST_RETRY_MS) say(texts.notYet)
    saveIn(AFTER_TYPING_MS)
  })
  // Saving text leaves files out: a file is sent with its form as soon as it is chosen.
  const upload = (): void => {
    form.requestSubmit()
    say(texts.uploading)
  }
  form.addEventListener('change', ({ target }) => { if (isChosenFile(target)) upload() })
  form.addEventListener('focusout', () => { if (isUnsaved()) saveIn(0) })
  form.addEventListener('submit', event => {
    // A form that is sent while a save is in flight would begin with a version that is over.
    if (inFlight === null) {
      isLeaving = true
      clearTimeout(timer)
      forgetText(form)
      return
    }
    event.preventDefault()
    void inFlight.then(() => { form.requestSubmit(event.submitter) })
  })
  offerKept(form, saved)
  if (isFreshPage() && keptText(form) === null && [...form.elements].some(isChosenFile)) upload()
  else if (isUnsaved()) saveIn(AFTER_TYPING_MS)
  return { isUnsaved, save }
}

/** A browser that goes back to a page may bring back a file that was sent already. */
function isFreshPage (): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return navigation?.type === 'navigate'
}

function isChosenFile (field: EventTarget | null): boolean {
  return field instanceof HTMLInputElement && field.type === 'file' && field.value !== ''
}

/** After a crash, offers what was not saved. */
function offerKept (form: HTMLFormElement, saved: string): void {
  const kept = keptText(form)
  if (kept === null || JSON.stringify(kept) === saved) return forgetText(form)
  const offer = document.createElement('div')
  offer.className = 'draft-other'
  offer.setAttribute('role', 'status')
  offer.append(texts.kept)
  const button = (label: string, act: () => void): void => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'link-button'
    button.textContent = label
    button.addEventListener('click', () => {
      act()
      offer.remove()
      form.querySelector<HTMLElement>('input:not([type="hidden"]), textarea')?.focus()
    })
    offer.append(button, ' ')
  }
  button(texts.takeBack, () => {
    fillForm(form, kept)
    form.dispatchEvent(new Event('input', { bubbles: true }))
  })
  button(texts.drop, () => { forgetText(form) })
  form.prepend(offer)
}
