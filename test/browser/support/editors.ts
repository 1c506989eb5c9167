import type { Browser, Page } from 'playwright-core'
import { witnessOf } from '../../../src/editor/audit/audit.js'
import { invite } from '../../../src/editor/invitation/invite.js'
import { requireAddress } from '../../../src/platform/mail/address.js'
import type { Test } from '../../support/test.js'
import { addAuthenticator, type Authenticator } from './authenticator.js'
import type { DeskService } from './desk-service.js'

const PASSWORD = 'Drei rote Fahrräder'

export interface Visitor { page: Page, authenticator: Authenticator, service: DeskService }

/** Somebody at a browser of their own, with an authenticator. */
export async function visitor (t: Test, browser: Browser, service: DeskService): Promise<Visitor> {
  const context = await browser.newContext()
  t.after(async () => await context.close())
  const page = await context.newPage()
  return { page, authenticator: await addAuthenticator(page), service }
}

export const press = async (page: Page, name: string): Promise<void> => await page.getByRole('button', { name }).click()
export const heading = async (page: Page, name: string): Promise<void> =>
  await page.getByRole('heading', { level: 1, name }).waitFor()

export async function signOut (page: Page): Promise<void> {
  await press(page, 'Abmelden')
  await page.getByRole('status').getByText('Sie sind abgemeldet').waitFor()
}

/** Accepts an invitation with a passkey and nothing else, and signs out. */
export async function joinByPasskey ({ page, service }: Visitor, address: string): Promise<void> {
  await page.goto(`${service.home}${await invitation(service, address)}`)
  await page.getByLabel('Ihr Name').fill('Anna Beispiel')
  await press(page, 'Passkey einrichten')
  await heading(page, 'Ihre Ersatzcodes')
  await page.getByRole('link', { name: 'Ich habe sie aufbewahrt' }).click()
  await signOut(page)
}

/** Accepts an invitation with a password, and a passkey as second factor, and signs out. */
export async function joinByPassword ({ page, service }: Visitor, address: string): Promise<void> {
  await page.goto(`${service.home}${await invitation(service, address)}`)
  await page.getByLabel('Ihr Name').fill('Berta Beispiel')
  await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD)
  await press(page, 'Weiter')
  await heading(page, 'Zweiten Faktor einrichten')
  await press(page, 'Passkey einrichten')
  await heading(page, 'Ihre Ersatzcodes')
  await page.getByRole('link', { name: 'Ich habe sie aufbewahrt' }).click()
  await signOut(page)
}

/** The first step of signing in. */
export async function givePassword ({ page, service }: Visitor, address: string): Promise<void> {
  await page.goto(`${service.home}/redaktion/anmelden`)
  await page.getByLabel('E-Mail-Adresse').fill(address)
  await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await heading(page, 'Mit dem zweiten Faktor anmelden')
}

/** The path of the link that invites an address. */
export async function invitation (service: DeskService, address: string): Promise<string> {
  const { invitationTtlSeconds } = service.config.editor
  const witness = witnessOf(service, 'test')
  const invited = await invite({ ...service, witness, invitationTtlSeconds, byMail: false }, {
    address: requireAddress(address), roles: ['write']
  })
  if (invited.kind !== 'invited') throw new Error(invited.kind)
  return invited.path
}

/** Presses the button for a passkey on the page for signing in. */
export async function signInByPasskey ({ page, service }: Visitor): Promise<void> {
  await page.goto(`${service.home}/redaktion/anmelden`)
  await press(page, 'Mit Passkey anmelden')
}
