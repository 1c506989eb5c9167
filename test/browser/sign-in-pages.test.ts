import t from 'tap'
import { offerFirstAccount } from '../../src/editor/invitation/first-account.js'
import { launchBrowser } from '../support/browser.js'
import { codeAt, PASSWORD } from '../support/desk.js'
import { receive } from '../support/service.js'
import { addAuthenticator } from './support/authenticator.js'
import { deskPage, testStates, type State } from './support/desk-page.js'
import { deskService } from './support/desk-service.js'
import { invitation } from './support/editors.js'

// Every page before somebody is in, in every state, in the order of one story: the first account,
// signing in, an invitation, a password that was forgotten. A state may need the one before it.

const service = await deskService(t)
const { catcher, clock, home } = service
await service.work()
const browser = await launchBrowser(t)
const desk = await deskPage(browser, home)
const { page, open, press, pressExactly, fill, follow, unfold } = desk
await addAuthenticator(page)

let secret = ''
/** The app's next code: one that was used is not taken again. */
const nextCode = (): string => {
  clock.travel({ minutes: 1 })
  return codeAt(secret, clock.now())
}
const signInByPassword = async (password = PASSWORD): Promise<void> => {
  await open('/anmelden')
  await fill('E-Mail-Adresse', 'eva@amt.example')
  await fill('Passwort', password)
  await pressExactly('Anmelden')
}
/** The link of the first mail that has one for a new password. */
const passwordLink = async (): Promise<string> => {
  for (let count = 1; ; count++) {
    const link = /\/neues-passwort\/[\w-]+/.exec((await receive(catcher, count)).at(-1)?.text ?? '')
    if (link !== null) return link[0]
  }
}

const states: State[] = [
  {
    name: 'the form for the first account',
    heading: 'Konto einrichten',
    reach: async () => await page.goto(`${home}${await offerFirstAccount(service) ?? ''}`)
  },
  { name: 'that form, sent empty', heading: 'Konto einrichten', reach: async () => await press('Weiter') },
  {
    name: 'the page for a second factor',
    heading: 'Zweiten Faktor einrichten',
    reach: async () => {
      await fill('Ihr Name', 'Eva Muster')
      await fill('Ihre E-Mail-Adresse', 'eva@amt.example')
      await fill('Passwort', PASSWORD)
      await press('Weiter')
      await unfold()
    }
  },
  {
    name: 'that page after a wrong code',
    heading: 'Zweiten Faktor einrichten',
    reach: async () => {
      await fill('Code aus der App', '000000')
      await pressExactly('Einrichten')
    }
  },
  {
    name: 'the recovery codes',
    heading: 'Ihre Ersatzcodes',
    reach: async () => {
      secret = ((await page.locator('.secret code').textContent()) ?? '').replaceAll(' ', '')
      await fill('Code aus der App', nextCode())
      await pressExactly('Einrichten')
    }
  },
  {
    name: 'the page for signing in',
    heading: 'Anmelden',
    reach: async () => {
      await follow('Ich habe sie aufbewahrt')
      await press('Abmelden')
    }
  },
  {
    name: 'that page after a wrong password',
    heading: 'Anmelden',
    reach: async () => await signInByPassword('stimmt nicht')
  },
  { name: 'the page for a code', heading: 'Code eingeben', reach: async () => await signInByPassword() },
  {
    name: 'that page after a wrong code',
    heading: 'Code eingeben',
    reach: async () => {
      await fill('Code aus Ihrer Authenticator-App', '000000')
      await press('Weiter')
    }
  },
  {
    name: 'the page for a code or a passkey',
    heading: 'Code eingeben',
    reach: async () => {
      await fill('Code aus Ihrer Authenticator-App', nextCode())
      await press('Weiter')
      await open('/konto/passkey')
      await press('Passkey einrichten')
      await press('Abmelden')
      await signInByPassword()
    }
  },
  {
    name: 'the form for an account that was invited',
    heading: 'Konto einrichten',
    reach: async () => await page.goto(`${home}${await invitation(service, 'neu@amt.example')}`)
  },
  {
    name: 'a link that leads nowhere',
    heading: 'Dieser Link gilt nicht mehr',
    reach: async () => await open('/willkommen/nichts')
  },
  {
    name: 'the form for a forgotten password',
    heading: 'Passwort vergessen',
    reach: async () => {
      await follow('Zur Anmeldung')
      await follow('Passwort vergessen?')
    }
  },
  {
    name: 'the answer to that form',
    heading: 'Passwort vergessen',
    reach: async () => {
      await fill('E-Mail-Adresse', 'eva@amt.example')
      await press('Link schicken')
    }
  },
  {
    name: 'the page for a password that was forgotten',
    heading: 'Neues Passwort',
    reach: async () => await open(await passwordLink())
  },
  {
    name: 'the page for signing in after a new password',
    heading: 'Anmelden',
    reach: async () => {
      await fill('Neues Passwort', 'Drei rote Fahrräder')
      await press('Passwort speichern')
    }
  },
  {
    name: 'the page for signing in after too many attempts',
    heading: 'Anmelden',
    reach: async () => {
      for (let attempt = 0; attempt < 11; attempt++) await signInByPassword('stimmt nicht')
      await page.getByText('Das waren zu viele Versuche').waitFor()
    }
  }
]

testStates(t, desk, states)

t.end()
