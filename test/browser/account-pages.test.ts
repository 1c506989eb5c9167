import t from 'tap'
import { hashPassword } from '../../src/editor/factor/password.js'
import { packagePath } from '../../src/platform/package-path.js'
import { launchBrowser } from '../support/browser.js'
import { addEditor, codeAt, PASSWORD, sessionOf } from '../support/desk.js'
import { addAuthenticator } from './support/authenticator.js'
import { deskPage, testStates, type State } from './support/desk-page.js'
import { deskService } from './support/desk-service.js'

// Every page of one's own account and of all accounts, in every state, in the order of one
// administrator's story. A state may need the one before it.

const service = await deskService(t)
const { clock, home, pool } = service
const browser = await launchBrowser(t)
const desk = await deskPage(browser, home)
const { page, open, press, pressExactly, fill, follow, unfold } = desk
await addAuthenticator(page)
const { id, secret } = await addEditor(service, {
  name: 'Eva Muster', roles: ['write', 'administer'], passwordHash: await hashPassword(PASSWORD)
})
await page.context().addCookies([{ name: 'redaktion', value: await sessionOf(service, id), url: home }])

const states: State[] = [
  { name: 'one’s account', heading: 'Ihr Konto', reach: async () => await open('/konto') },
  {
    name: 'one’s account after a name without a letter',
    heading: 'Ihr Name',
    reach: async () => {
      await fill('Ihr Name', ' ')
      await page.getByRole('button', { name: 'Speichern' }).first().click()
    }
  },
  { name: 'the publisher', heading: 'Herausgeber', reach: async () => await open('/einstellungen/herausgeber') },
  {
    name: 'the publisher after a wrong address',
    heading: 'Herausgeber',
    reach: async () => {
      await fill('E-Mail-Adresse', 'keine')
      await press('Speichern')
    }
  },
  {
    name: 'the publisher with earlier versions',
    heading: 'Herausgeber',
    reach: async () => {
      await fill('E-Mail-Adresse', 'brief@amt.example')
      await press('Speichern')
      await unfold()
    }
  },
  { name: 'the sender', heading: 'Absender', reach: async () => await open('/einstellungen/absender') },
  {
    name: 'the colour after one that cannot be read',
    heading: 'Aussehen',
    reach: async () => {
      await open('/einstellungen/aussehen')
      await fill('Farbe der Mails', '#e06060')
      await press('Speichern')
    }
  },
  {
    name: 'the colour with what was taken instead',
    heading: 'Aussehen',
    reach: async () => {
      await page.getByRole('button', { name: 'Nächste lesbare Farbe' }).click()
      await unfold()
    }
  },
  { name: 'the logo', heading: 'Logo', reach: async () => await open('/einstellungen/logo') },
  {
    name: 'the logo after one was chosen',
    heading: 'Logo',
    reach: async () => {
      await page.getByLabel('Bild').setInputFiles(packagePath('templates', 'demo', 'bilder', 'bruecke.png'))
      await fill('Alternativtext', 'Land und Leute')
      await press('Speichern')
      await unfold()
    }
  },
  { name: 'the text on privacy', heading: 'Datenschutz', reach: async () => await open('/einstellungen/datenschutz') },
  { name: 'the page for a passkey', heading: 'Passkey einrichten', reach: async () => await open('/konto/passkey') },
  {
    name: 'one’s account with a passkey and another session',
    heading: 'Ihr Konto',
    reach: async () => {
      await sessionOf(service, id)
      await press('Passkey einrichten')
      await page.getByText('Der Passkey ist eingerichtet').waitFor()
      await unfold()
    }
  },
  {
    name: 'a refusal: a passkey without a name',
    heading: 'Der Name ist nicht gespeichert',
    reach: async () => {
      await fill('Name des Passkeys', ' ')
      await press('Umbenennen')
    }
  },
  { name: 'the page for a new password', heading: 'Neues Passwort', reach: async () => await open('/konto/passwort') },
  {
    name: 'that page after a short password',
    heading: 'Neues Passwort',
    reach: async () => {
      await fill('Neues Passwort', 'kurz')
      await press('Passwort speichern')
    }
  },
  {
    name: 'the page for another app',
    heading: 'Andere Authenticator-App einrichten',
    reach: async () => await open('/konto/app')
  },
  {
    name: 'the page for new recovery codes',
    heading: 'Neue Ersatzcodes',
    reach: async () => await open('/konto/ersatzcodes')
  },
  {
    name: 'the page that asks for all factors again',
    heading: 'Bitte bestätigen Sie, dass Sie es sind',
    reach: async () => {
      clock.travel({ minutes: 11 })
      await open('/konto/passwort')
    }
  },
  {
    name: 'that page after a wrong password',
    heading: 'Bitte bestätigen Sie, dass Sie es sind',
    reach: async () => {
      await fill('Passwort', 'stimmt nicht')
      await press('Weiter')
    }
  },
  {
    name: 'the accounts',
    heading: 'Konten',
    reach: async () => {
      await fill('Passwort', PASSWORD)
      await fill('Code aus Ihrer Authenticator-App', codeAt(secret, clock.now()))
      await press('Weiter')
      await addEditor(service, { name: 'Alex Beispiel', roles: ['write', 'approve'] })
      await follow('Konten')
      await unfold()
    }
  },
  {
    name: 'the accounts after an invitation without an address and a role',
    heading: 'Konten',
    reach: async () => {
      await open('/konten')
      await page.getByRole('group', { name: 'Was darf dieses Konto?' }).getByLabel('Schreiben').uncheck()
      await pressExactly('Einladen')
    }
  },
  {
    name: 'the accounts after an invitation',
    heading: 'Konten',
    reach: async () => {
      await fill('E-Mail-Adresse', 'neu@amt.example')
      await page.getByRole('group', { name: 'Was darf dieses Konto?' }).getByLabel('Schreiben').check()
      await pressExactly('Einladen')
      await page.getByText('Die Einladung ist unterwegs').waitFor()
    }
  },
  {
    name: 'a refusal: the last account that administers',
    heading: 'Das geht nicht: Es ist das letzte Konto, das verwalten darf',
    reach: async () => {
      const own = page.getByRole('listitem').filter({ hasText: '(Sie)' })
      await own.locator('summary').click()
      await own.getByRole('button', { name: 'Konto sperren' }).click()
    }
  },
  { name: 'the audit', heading: 'Protokoll', reach: async () => await open('/protokoll') },
  {
    name: 'the audit, verified',
    heading: 'Prüfung des Protokolls',
    reach: async () => await follow('Prüfsummen nachrechnen')
  },
  {
    name: 'the audit, found to be changed',
    heading: 'Prüfung des Protokolls',
    reach: async () => {
      await pool.query('alter table audit disable trigger audit_is_append_only')
      await pool.query('update audit set action = \'other\' where number = 2')
      await page.reload()
    }
  },
  {
    name: 'the page of an unknown path',
    heading: 'Diese Seite gibt es nicht',
    reach: async () => await open('/gibt-es-nicht')
  }
]

testStates(t, desk, states)

t.end()
