import { browserCheckDe as texts } from '../../../texts/browser-check-de.js'
import { readReport, ruleSentence, type FrameFinding, type FrameReport } from './report.js'
import type { Subject } from './rules.js'

/** A frame is gone when it has said nothing for so long. */
const LONGEST_MS = 30_000

interface Look { subject: Subject, colours: 'hell' | 'dunkel' }

const LOOKS: readonly Look[] = [
  { subject: 'mail', colours: 'hell' },
  { subject: 'mail', colours: 'dunkel' },
  { subject: 'page', colours: 'hell' },
  { subject: 'page', colours: 'dunkel' }
]

/** What a rule found within one block, and in which looks. */
interface Found extends FrameFinding { looks: string[] }

/**
 * Checks a draft's mail and page by axe, each in light and dark, and lists what is found. They are
 * loaded once more for that, into a frame that can do nothing but run axe. Rejects if a frame does
 * not report.
 */
export async function runBrowserCheck (part: HTMLElement, status: HTMLElement): Promise<void> {
  const list = part.querySelector('ol')
  list?.replaceChildren()
  const found = new Map<string, Found>()
  for (const [index, look] of LOOKS.entries()) {
    status.textContent = texts.running(index + 1, LOOKS.length)
    const report = await reportOf(part, look)
    if (report === null) throw new Error('the frame has not reported')
    for (const finding of report.findings) add(found, finding, texts.looks[look.subject][look.colours])
  }
  const shown = blocksShown()
  list?.replaceChildren(...[...found.values()].map(each => entryOf(each, shown)))
  status.textContent = found.size === 0 ? texts.nothing : texts.found(found.size)
}

/** What is the same in light and dark, or in mail and page, is told once. */
function add (found: Map<string, Found>, finding: FrameFinding, look: string): void {
  const { rule, certain, block, count } = finding
  const key = JSON.stringify([rule, certain, block])
  const known = found.get(key)
  if (known === undefined) found.set(key, { ...finding, looks: [look] })
  else found.set(key, { ...known, count: Math.max(known.count, count), looks: [...known.looks, look] })
}

/** Loads one look into a frame and waits for its report; null if none comes. */
async function reportOf ({ dataset }: HTMLElement, { subject, colours }: Look): Promise<FrameReport | null> {
  const frame = document.createElement('iframe')
  frame.title = texts.frame
  frame.className = 'checked-frame'
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.setAttribute('aria-hidden', 'true')
  frame.inert = true
  frame.src = `${dataset['browserCheck'] ?? ''}?was=${subject === 'mail' ? 'mail' : 'seite'}&farben=${colours}`
  const stop = new AbortController()
  try {
    return await new Promise(resolve => {
      addEventListener('message', ({ source, data }) => {
        if (source === null || source !== frame.contentWindow) return
        const report = readReport(data)
        if (report !== null) resolve(report)
      }, { signal: stop.signal })
      const timer = setTimeout(() => { resolve(null) }, LONGEST_MS)
      stop.signal.addEventListener('abort', () => { clearTimeout(timer) })
      document.body.append(frame)
    })
  } finally {
    stop.abort()
    frame.remove()
  }
}

interface Shown { name: string, href: string }

/** The blocks that mail and page show, in order, as the page lists them. */
function blocksShown (): Shown[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('[data-blocks-shown] a')]
    .map(({ textContent, href }) => ({ name: textContent ?? '', href }))
}

/** All of it is set as text: what a frame says is never HTML. */
function entryOf ({ rule, certain, block, count, excerpt, looks }: Found, shown: readonly Shown[]): HTMLLIElement {
  const where = block === null ? undefined : shown[block]
  const sentence = certain ? ruleSentence(rule) : texts.undecided(ruleSentence(rule))
  const soft = element('span', [where?.name ?? texts.outside, texts.places(count), looks.join(', ')].join(' · '))
  soft.className = 'soft'
  const told = where === undefined ? sentence : Object.assign(element('a', sentence), { href: where.href })
  const line = document.createElement('p')
  line.append(soft, document.createElement('br'), told)
  const entry = document.createElement('li')
  entry.append(line)
  if (excerpt !== '') entry.append(Object.assign(element('p', texts.example(excerpt)), { className: 'small' }))
  return entry
}

function element<Name extends 'a' | 'span' | 'p'> (name: Name, text: string): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), { textContent: text })
}
