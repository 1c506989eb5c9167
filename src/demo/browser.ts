import { DomUtils, parseDocument } from 'htmlparser2'

/** A page that was asked for, or the answer to a form that was sent. */
export interface Answer {
  status: number
  /** Where it leads to, as a path; null where it leads nowhere. */
  location: string | null
  page: string
}

type Filled = Readonly<Record<string, string>>
type Fields = Filled | URLSearchParams | FormData

/** A browser as far as the desk needs one: it keeps cookies, and fills in forms. */
export interface Browser {
  /** Opens a page. Throws if it is not there. */
  open: (path: string) => Promise<string>
  /** Sends a form. */
  send: (path: string, fields: Fields) => Promise<Answer>
  /**
   * Opens a page, fills in the form that leads to an address with this ending, and sends it. What
   * is not named stays as the page has it.
   */
  fillIn: (path: string, ending: string, fill?: Filled | ((given: Filled) => Filled)) => Promise<Answer>
  /** The server-sent events of an address, until the reader ends. */
  listen: (path: string) => AsyncGenerator<Record<string, unknown>>
}

export function openBrowser (base: string): Browser {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(base + path, {
      ...init, redirect: 'manual', headers: { cookie, 'sec-fetch-site': 'same-origin' }
    })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return answer
  }

  async function open (path: string): Promise<string> {
    const answer = await ask(path)
    if (answer.status !== 200) throw new Error(`${path} is answered with ${answer.status}`)
    return await answer.text()
  }

  async function send (path: string, fields: Fields): Promise<Answer> {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields)
    const answer = await ask(path, { method: 'POST', body })
    return { status: answer.status, location: answer.headers.get('location'), page: await answer.text() }
  }

  return {
    open,
    send,
    async fillIn (path, ending, fill = {}) {
      const { action, fields } = readForm(await open(path), ending)
      return await send(action, { ...fields, ...typeof fill === 'function' ? fill(fields) : fill })
    },
    async * listen (path) {
      const abort = new AbortController()
      try {
        const { body } = await ask(path, { signal: abort.signal })
        let text = ''
        for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
          text += chunk
          for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
            const [, data] = /^data: (.*)$/m.exec(text.slice(0, end)) ?? []
            text = text.slice(end + 2)
            if (data !== undefined) yield JSON.parse(data) as Record<string, unknown>
          }
        }
      } finally {
        abort.abort()
      }
    }
  }
}

/** The first form of a page that leads to an address with this ending, as it was sent to us. */
function readForm (page: string, ending: string): { action: string, fields: Record<string, string> } {
  const { getElementsByTagName: all, getAttributeValue: read, textContent } = DomUtils
  const form = all('form', parseDocument(page)).find(each => read(each, 'action')?.endsWith(ending) === true)
  if (form === undefined) throw new Error(`the page has no form that leads to ${ending}`)
  const fields: Record<string, string> = {}
  for (const field of [...all('input', form), ...all('textarea', form)]) {
    const name = read(field, 'name')
    if (name === undefined || ['radio', 'checkbox', 'file'].includes(read(field, 'type') ?? '')) continue
    fields[name] = field.name === 'textarea' ? textContent(field).replace(/^\n/, '') : read(field, 'value') ?? ''
  }
  return { action: read(form, 'action') ?? '', fields }
}
