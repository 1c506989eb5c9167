import type { Browser, Page } from 'playwright-core'
import type { TAP } from 'tap'
import { press } from './editors.js'
import { faultsForEveryone } from './fits-everyone.js'

/** A page of the desk in a browser of its own, and what people do there. */
export interface DeskPage {
  page: Page
  /** What the browser has complained of since it was last asked. */
  complaints: () => string[]
  /** Opens a path below `/redaktion`. */
  open: (path: string) => Promise<void>
  press: (name: string) => Promise<void>
  pressExactly: (name: string) => Promise<void>
  fill: (label: string, value: string) => Promise<void>
  follow: (name: string) => Promise<void>
  /** Opens what is folded away, so that it is looked at, too. */
  unfold: () => Promise<void>
}

/** A state of a page: its name, its heading, and how to reach it from the one before. */
export interface State { name: string, heading: string, reach: () => Promise<unknown> }

/**
 * What the browser says of an answer's status, of what the tests themselves do to a page, and of
 * the frame of a mail, which is an origin of its own and has no pictures in one view.
 */
const EXPECTED = new RegExp([
  '^Failed to load resource: the server responded with a status of 4\\d\\d',
  'inline style',
  '^The page requested an origin-keyed agent cluster',
  '"img-src \'none\'"'
].join('|'))

export async function deskPage (browser: Browser, home: string): Promise<DeskPage> {
  const context = await browser.newContext({ locale: 'de-DE' })
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', message => { said.push(message.text()) })
  page.on('pageerror', error => { said.push(error.message) })
  return {
    page,
    complaints: () => said.splice(0).filter(text => !EXPECTED.test(text)),
    open: async path => { await page.goto(`${home}/redaktion${path}`) },
    press: async name => { await press(page, name) },
    pressExactly: async name => { await page.getByRole('button', { name, exact: true }).click() },
    fill: async (label, value) => { await page.getByLabel(label, { exact: true }).fill(value) },
    follow: async name => { await page.getByRole('link', { name }).click() },
    unfold: async () => {
      await page.evaluate('for (const part of document.querySelectorAll("details")) part.open = true')
    }
  }
}

/** A test for each state of the desk: that its page can be read and used, and says where one is. */
export function testStates (
  t: TAP, { page, complaints }: Pick<DeskPage, 'page' | 'complaints'>, states: readonly State[]
): void {
  for (const { name, heading, reach } of states) {
    t.test(`${name} can be read and used by everyone`, async t => {
      await reach()
      t.same(await page.locator('h1').allInnerTexts(), [heading], 'one h1, which says where one is')
      t.notMatch(page.url(), /@|%40/, 'no address in the address bar')
      t.same(await faultsForEveryone(page), [])
      t.same(complaints(), [], 'the browser has nothing to complain of')
    })
  }
}
