import type { Locator, Page } from 'playwright-core'
import type { Test } from 'tap'
import { launchBrowser } from '../../support/browser.js'
import { richTextDesk, watchedPage } from './rich-text-page.js'

export interface RichTextField {
  page: Page
  /** What the browser, or the policy of the page, has complained of. */
  complaints: string[]
  text: Locator
  textarea: Locator
  status: Locator
  toolbar: Locator
  button: (name: string) => Locator
  /** Opens the page with this Markdown in its field. */
  open: (markdown?: string, more?: string) => Promise<void>
  /** The Markdown that would be saved. */
  markdown: () => Promise<string>
  press: (...keys: string[]) => Promise<void>
  /** Pastes with a clipboard of its own. */
  paste: (html: string, plain?: string) => Promise<void>
}

/** A field for formatted text in a browser. */
export async function richTextField (t: Test): Promise<RichTextField> {
  const { origin } = await richTextDesk(t)
  const browser = await launchBrowser(t)
  const { page, complaints } = await watchedPage(browser)
  const text = page.locator('.prose-field__text')
  const textarea = page.locator('textarea')
  const toolbar = page.getByRole('toolbar', { name: 'Formatierung: Text' })
  return {
    page,
    complaints,
    text,
    textarea,
    toolbar,
    status: page.locator('.prose-field__status'),
    button: name => toolbar.getByRole('button', { name, exact: true }),
    async open (markdown = '', more = '') {
      await page.goto(`${origin}/redaktion/probe?markdown=${encodeURIComponent(markdown)}${more}`)
      await page.locator('[data-enriched]').waitFor()
    },
    markdown: async () => await textarea.inputValue(),
    async press (...keys) {
      for (const key of keys) await page.keyboard.press(key)
    },
    async paste (html, plain = '') {
      await page.evaluate(`(() => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/html', ${JSON.stringify(html)})
        clipboardData.setData('text/plain', ${JSON.stringify(plain)})
        document.querySelector('.prose-field__text')
          .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      })()`)
    }
  }
}
