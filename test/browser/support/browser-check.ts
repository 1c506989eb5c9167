import type { Page, Route } from 'playwright-core'

export const BUTTON = 'Barrierefreiheit im Browser prüfen'
export const FRAMES = '**/vorschau/browserpruefung?*'
export const SCRIPT = '**/script/check-frame.js'

export interface Preview {
  page: Page
  /** Of the draft. */
  path: string
  /** Presses the button and waits for the end of the check. */
  pressed: () => Promise<void>
  findings: () => Promise<string[]>
}

/** What the page says of the check. */
export const status = async (page: Page): Promise<string> => await page.getByRole('status').innerText()

/** The preview of the draft that a page shows. */
export async function previewOf (page: Page): Promise<Preview> {
  const path = new URL(page.url()).pathname
  await page.goto(new URL(`${path}/vorschau`, page.url()).href)
  const list = page.locator('[data-browser-check] .findings > li')
  return {
    page,
    path,
    pressed: async () => {
      await page.getByRole('button', { name: BUTTON }).click()
      await page.getByRole('status').filter({ hasText: /gefunden|nicht zu Ende/ }).waitFor()
    },
    findings: async () => await list.allInnerTexts()
  }
}

/** Has the frame's document arrive with a change. */
export async function changeFrames (page: Page, change: (html: string) => string, frames = FRAMES): Promise<void> {
  const pass = (change: (body: string) => string) => async (route: Route): Promise<void> => {
    const response = await route.fetch()
    await route.fulfill({ response, body: change(await response.text()) })
  }
  await page.route(frames, pass(change))
  // A document that came from here may load nothing from this machine.
  await page.route(SCRIPT, pass(script => script))
}
