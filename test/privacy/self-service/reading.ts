import type { Test } from 'tap'
import { testService, receive, postForm, until, type TestService } from '../../support/service.js'
import { addReaders } from '../../support/readers.js'

/** The path of a link in the newest mail to an address that has such a one. */
export async function mailedPath (service: TestService, to: string, path: RegExp): Promise<string> {
  await until(() => service.catcher.mails().some(mail => mail.to === to))
  const mails = (await receive(service.catcher, 0)).filter(({ caught }) => caught.to === to)
  const found = mails.map(({ text }) => path.exec(text ?? '')?.[0]).filter(link => link !== undefined).at(-1)
  if (found === undefined) throw new Error('no such link was mailed')
  return found
}

export const DATA_LINK = /\/meine-daten\/[\w-]{51}/
export const CONFIRM_LINK = /\/meine-daten\/adresse\/[\w-]{51}/
export const STOP_LINK = /\/meine-daten\/stoppen\/[\w-]{51}/

/** What a page says, in one line. */
export function words (html: string): string {
  return html.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replace(/&nbsp;|\s/g, ' ').replace(/ +/g, ' ')
}

/** A service with a mailer; `ask` leaves an address at /meine-daten. */
export async function selfService (t: Test, settings: Record<string, string> = {}) {
  const service = await testService(t, { SIGN_UP_MAIL_RATE: '100000', SIGN_UP_NETWORK_LIMIT: '1000', ...settings })
  await service.work()
  const post = async (path: string, fields: Record<string, string> = {}) => await postForm(service.app, path, fields)
  const ask = async (email: string, more = {}) => await post('/meine-daten', { email, website: '', ...more })
  return Object.assign(service, {
    post,
    ask,
    get: async (path: string) => await service.app.inject(path),
    reader: async (address: string) => (await addReaders(service, [address]))[0] as string,
    /** The link to the data of a stored address, as its mailbox gets it; a day after the last. */
    linkOf: async (address: string): Promise<string> => {
      service.clock.travel({ days: 2 })
      const before = service.catcher.mails().length
      await ask(address)
      await until(() => service.catcher.mails().length > before)
      return await mailedPath(service, address, DATA_LINK)
    },
    mailsTo: (address: string): number => service.catcher.mails().filter(({ to }) => to === address).length,
    count: async (table: string): Promise<number> =>
      (await service.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? 0
  })
}
