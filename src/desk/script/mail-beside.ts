import { showField } from './show-field.js'

/** What the server says about a draft after a save. */
interface Report {
  summary: string
  size: string
  /** The findings, as HTML. */
  findings: string
  blocks: Array<{ id: string, name: string, note: string, anchor: string | null }>
}

/**
 * Shows beside the form what is still wrong with a draft, what each block weighs and, if asked for,
 * the mail. It looks again after each save. `settle` waits until everything is saved.
 */
export function showMailBeside (section: HTMLElement, settle: () => Promise<void>): void {
  const url = section.dataset['mail'] ?? ''
  const showMail = mailFrame(section, url)
  let latest = 0

  async function look (saved: string | null): Promise<void> {
    const mine = ++latest
    const answer = await fetch(`${url}/pruefung`, { headers: { accept: 'application/json' } }).catch(() => null)
    const report = answer?.ok === true ? await answer.json() as Report : null
    // A later look knows more. What cannot be had, the next save will bring.
    if (mine !== latest || report === null) return
    show(section, report)
    showMail(report.blocks.find(({ id }) => id === saved)?.anchor ?? null)
  }

  document.addEventListener('draft:saved', event => {
    void look((event.target as HTMLElement).closest<HTMLElement>('[data-block]')?.dataset['block'] ?? null)
  })
  section.addEventListener('click', event => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[href^="#"]')
    if (link === null) return
    event.preventDefault()
    showField(link.hash.slice(1))
  })
  section.addEventListener('submit', event => {
    event.preventDefault()
    void settle().then(() => { HTMLFormElement.prototype.submit.call(withButton(event)) })
  })
  section.dataset['offered'] = ''
  void look(null)
}

/** The mail itself, for who opens it. Returns what shows it as it is now, from an anchor on. */
function mailFrame (section: HTMLElement, url: string): (anchor?: string | null) => void {
  const more = section.querySelector<HTMLDetailsElement>('[data-more]')
  const view = section.querySelector<HTMLSelectElement>('[data-view]')
  const place = section.querySelector<HTMLElement>('[data-frame]')
  if (more === null || view === null || place === null) return () => {}

  function show (anchor: string | null = null): void {
    if (more?.open !== true) return
    const mail = document.createElement('iframe')
    mail.className = 'mailframe'
    mail.title = place?.dataset['frame'] ?? ''
    mail.setAttribute('sandbox', '')
    mail.src = `${url}/mail?ansicht=${view?.value ?? ''}${anchor === null ? '' : `#${anchor}`}`
    place?.replaceChildren(mail)
  }

  more.hidden = false
  more.addEventListener('toggle', () => { show() })
  view.addEventListener('change', () => { show() })
  return show
}

function show (section: HTMLElement, { summary, size, findings, blocks }: Report): void {
  say(section.querySelector('[data-summary]'), summary)
  say(section.querySelector('[data-size]'), size)
  const place = section.querySelector<HTMLElement>('[data-findings]')
  if (place !== null) replaceIn(place, findings)
  for (const [index, { id, name, note }] of blocks.entries()) {
    say(document.getElementById(`titel-${id}`), `${index + 1}. ${name}`)
    say(document.querySelector(`[data-outline="${id}"] a`), name)
    say(document.querySelector(`[data-outline="${id}"] .soft`), note)
  }
}

/** Says something again only if it is something else: it is read aloud. */
function say (line: Element | null, text: string): void {
  if (line !== null && line.textContent !== text) line.textContent = text
}

/** Puts HTML of our server in place of what is there. Who stood on a link stands there again. */
function replaceIn (place: HTMLElement, html: string): void {
  const focused = place.contains(document.activeElement) ? keyOf(document.activeElement) : null
  const isOpen = place.querySelector('details')?.open === true
  place.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes)
  place.querySelector('details')?.toggleAttribute('open', isOpen)
  if (focused === null) return
  const again = [...place.querySelectorAll<HTMLElement>('a, button, summary')].find(each => keyOf(each) === focused)
  again?.focus()
}

function keyOf (element: Element | null): string {
  return element?.getAttribute('href') ?? element?.getAttribute('value') ?? element?.textContent ?? ''
}

/** A form that a script submits does not say which button was pressed. */
function withButton (event: SubmitEvent): HTMLFormElement {
  const form = event.target as HTMLFormElement
  const { name, value } = event.submitter as HTMLButtonElement
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
  return form
}
