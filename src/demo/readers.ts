import { setTimeout as delay } from 'node:timers/promises'
import PostalMime, { type Email } from 'postal-mime'
import type { CaughtMail, MailCatcher } from '../local/mail-catcher/catcher.js'

/** Makes the addresses of the demo's readers: mostly plain, some with a tag or an umlaut domain. */
export function demoAddresses (count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(3, '0')
    if (index % 50 === 1) return `leserin${number}+integrationsbrief@beispiel.example`
    if (index % 50 === 2) return `leser.${number}@stadt-brücken.example`
    return `leserin${number}@beispiel.example`
  })
}

/** What readers do with the service, over HTTP alone. Each comes from a network of their own. */
export function createReaders (base: string) {
  const post = async (url: string | URL, form: Record<string, string>, options: RequestInit = {}): Promise<Response> =>
    await fetch(url, { method: 'POST', body: new URLSearchParams(form), ...options })

  return {
    /** Fills in the form on the website. */
    async signUp (reader: number, address: string): Promise<boolean> {
      const headers = { 'x-forwarded-for': `10.${reader >> 8}.${reader & 255}.1` }
      const response = await post(`${base}/abonnieren`, { email: address, website: '' }, { headers })
      return response.ok && (await response.text()).includes('Fast geschafft')
    },
    /** Opens a link and presses the one button on its page. */
    async openAndPress (link: string, expected: RegExp): Promise<boolean> {
      const page = await (await fetch(link)).text()
      const action = /<form[^>]*\baction="([^"]+)"/.exec(page)?.[1]
      if (action === undefined) return false
      const answer = await post(new URL(action, base), {})
      return answer.ok && expected.test(await answer.text())
    },
    /** What a mailbox provider sends when its user presses "unsubscribe" (RFC 8058). */
    async oneClick (mail: Email): Promise<boolean> {
      const field = mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? ''
      const link = /<(https?:[^>]+)>/.exec(field)?.[1]
      if (link === undefined) return false
      const answer = await post(link, { 'List-Unsubscribe': 'One-Click' }, { redirect: 'error' })
      return answer.status === 200 && !answer.headers.has('set-cookie')
    }
  }
}

/** The one link of a mail that leads to a path. */
export function linkTo (mail: Email, path: string): string {
  const link = new RegExp(`https?://\\S+/${path}/[\\w-]+`).exec(mail.text ?? '')?.[0]
  if (link === undefined) throw new Error(`the mail has no link to /${path}/`)
  return link
}

/**
 * Waits until as many mails to some addresses have come as are expected since the `skip`th of all,
 * and returns them by recipient.
 */
export async function awaitMails (
  catcher: MailCatcher,
  { skip = 0, to, expected, seconds }: { skip?: number, to: readonly string[], expected: number, seconds: number }
): Promise<Map<string, CaughtMail[]>> {
  const wanted = new Set(to)
  const come = (): CaughtMail[] => catcher.mails().slice(skip).filter(mail => wanted.has(mail.to))
  for (let waited = 0; come().length < expected && waited < seconds * 20; waited++) await delay(50)
  const byRecipient = new Map<string, CaughtMail[]>()
  for (const mail of come()) byRecipient.set(mail.to, [...byRecipient.get(mail.to) ?? [], mail])
  return byRecipient
}

export async function parse ({ raw }: CaughtMail): Promise<Email> {
  return await PostalMime.parse(raw)
}

/** Runs `act` for each item, a bounded number at a time, and returns the results in order. */
export async function forEach<T, R> (
  items: readonly T[], act: (item: T, index: number) => Promise<R>, atOnce = 25
): Promise<R[]> {
  const results: R[] = []
  const todo = items.entries()
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (const [index, item] of todo) results[index] = await act(item, index)
  }))
  return results
}
