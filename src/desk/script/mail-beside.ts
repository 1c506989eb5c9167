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
  const part = <E extends HTMLElement>(name: string): E | null => section.querySelector<E>(`[data-${name}]`)
  const [summary, size, findings] = [part('summary'), part('size'), part('findings')]
  const [more, view, frame] = [part<HTMLDetailsElement>('more'), part<HTMLSelectElement>('view'), part('frame')]
  let latest = 0
  let anchors = new Map<string, string | null>()

  async function look (): Promise<void> {
    const mine = ++latest
    const answer = await fetch(`${url}/pruefung`, { headers: { accept: 'application/json' } }).catch(() => null)
    const report = answer?.ok === true ? await answer.json() as Report : null
    // A later look knows more. What cannot be had, the next save will bring.
    if (mine !== latest || report === null) return
    say(summary, report.summary)
    say(size, report.size)
    if (findings !== null) replaceIn(findings, report.findings)
    anchors = new Map(report.blocks.map(({ id, anchor }) => [id, anchor]))
    report.blocks.forEach(showBlock)
  }

  function showMail (block: string | null = null): void {
    if (frame === null || more?.open !== true) return
    const anchor = block === null ? null : anchors.get(block)
    const mail = document.createElement('iframe')
    mail.className = 'mailframe'
    mail.title = frame.dataset['frame'] ?? ''
    mail.setAttribute('sandbox', '')
    mail.src = `${url}/mail?ansicht=${view?.value ?? ''}${anchor == null ? '' : `#${anchor}`}`
    frame.replaceChildren(mail)
  }

  document.addEventListener('draft:saved', event => {
    const block = (event.target as HTMLElement).closest<HTMLElement>('[data-block]')?.dataset['block'] ?? null
    void look().then(() => { showMail(block) })
  })
  more?.addEventListener('toggle', () => { showMail() })
  view?.addEventListener('change', () => { showMail() })
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
  if (more !== null) more.hidden = false
  void look()
}

/** A form that a script submits does not say which button was pressed. */
function withButton (event: SubmitEvent): HTMLFormElement {
  const form = event.target as HTMLFormElement
  const { name, value } = event.submitter as HTMLButtonElement
  const input = Object.assign(document.createElement('input'), { type: 'hidden', name, value })
  form.append(input)
  return form
}

/** Says something again only if it is something else: it is read aloud. */
function say (line: HTMLElement | null, text: string): void {
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
  return `${element?.getAttribute('href') ?? element?.getAttribute('value') ?? element?.textContent ?? ''}`
}

function showBlock ({ id, name, note }: Report['blocks'][number], index: number): void {
  say(document.getElementById(`titel-${id}`), `${index + 1}. ${name}`)
  const link = document.querySelector<HTMLElement>(`[data-outline="${id}"] a`)
  say(link, name)
  say(document.querySelector<HTMLElement>(`[data-outline="${id}"] .soft`), note)
}
