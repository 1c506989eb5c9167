import type { Page } from 'playwright-core'
import t from 'tap'
import { renderIssue } from '../../src/issue/render/render.js'
import { FIRST_ACCENT } from '../../src/platform/mail/accent.js'
import { consentWording } from '../../src/subscription/consent.js'
import { cachedMailTemplates } from '../../src/subscription/mail-content.js'
import { demoIssue, parts } from '../issue/sample.js'
import { launchBrowser } from '../support/browser.js'
import { axeFindings, overflows } from './support/page-check.js'

const browser = await launchBrowser(t)
const words = { publisher: parts.publisher, accent: FIRST_ACCENT }
const contentOf = cachedMailTemplates({
  fill: parts.fill,
  newsletter: parts,
  confirmTtlSeconds: 172_800
})
const mails: Record<string, string> = {
  confirm: (await contentOf('confirm', { ...words, consent: consentWording(parts.publisher) })).html,
  already: (await contentOf('already-subscribed', { ...words, consent: '' })).html,
  issue: (await renderIssue(await demoIssue(), parts)).html
}

/** What is left of a mail where a reader's program drops style elements, as GMX and WEB.DE do. */
const bare = (html: string): string => html.replace(/<style[\s\S]*?<\/style>/g, '')

/** Shows a mail with pictures off. */
async function show (html: string, width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 2000 }, colorScheme })
  const page = await context.newPage()
  await page.route('**/*', async route => await route.abort())
  await page.setContent(html, { waitUntil: 'load' })
  return page
}

/**
 * Luminances of the backgrounds beside the sheet, down both edges of the window, and below a short
 * mail.
 */
async function frame (page: Page): Promise<number[]> {
  return await page.evaluate(`(() => {
    const WEIGHTS = [0.2126, 0.7152, 0.0722]
    const parts = colour => colour.match(/\\d+/g).slice(0, 3).map(Number)
    const luminance = colour => parts(colour).reduce((sum, part, index) => sum + WEIGHTS[index] * part / 255, 0)
    const background = element => {
      // Below the mail the window shows what the body has.
      if (element === document.documentElement) return background(document.body)
      const { backgroundColor } = getComputedStyle(element)
      return backgroundColor === 'rgba(0, 0, 0, 0)' ? background(element.parentElement) : backgroundColor
    }
    const points = []
    for (let y = 60; y < innerHeight; y += 100) points.push([1, y], [innerWidth - 2, y])
    return points.map(([x, y]) => luminance(background(document.elementFromPoint(x, y))))
  })()`)
}

/** How each element with text of its own looks. */
async function looks (page: Page): Promise<string[]> {
  return await page.evaluate(`(() => {
    document.body.style.margin = 0
    const kept = [
      'color', 'backgroundColor', 'fontFamily', 'fontSize', 'fontWeight', 'lineHeight', 'textDecorationLine',
      'marginTop', 'marginBottom', 'paddingTop', 'paddingLeft', 'borderRadius'
    ]
    return [...document.querySelectorAll('h1, h2, p, a, span, td, td div')].map(element => {
      const style = getComputedStyle(element)
      const { left, width } = element.getBoundingClientRect()
      const text = element.textContent.trim().slice(0, 20)
      const values = kept.map(name => style[name])
      return [element.tagName, text, Math.round(left), Math.round(width), ...values].join(' ')
    })
  })()`)
}

for (const [name, html] of Object.entries(mails)) {
  for (const width of [320, 640, 1024]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      t.test(`${name}, ${width} px, ${colorScheme}: readable and not too wide, even without styles`, async t => {
        for (const shown of [html, bare(html)]) {
          const page = await show(shown, width, colorScheme)
          t.same(await axeFindings(page), [])
          t.same(await overflows(page), [])
          const luminances = await frame(page)
          if (colorScheme === 'dark' && shown === html) {
            t.ok(Math.max(...luminances) < 0.2, 'no light frame around the dark sheet')
          } else t.ok(Math.min(...luminances) > 0.8, 'a light frame around the light sheet')
          await page.context().close()
        }
      })
    }
  }

  t.test(`${name}: the hidden preview text is large and contrasts, as spam filters want`, async t => {
    const page = await show(bare(html), 640, 'light')
    const preview = await page.evaluate(`(() => {
      const hidden = document.querySelector('body > div > div > div')
      const { display, fontSize, color, backgroundColor } = getComputedStyle(hidden)
      return { display, fontSize, color, backgroundColor }
    })()`)
    t.same(preview, {
      display: 'none',
      fontSize: '16px',
      color: 'rgb(29, 32, 52)',
      backgroundColor: 'rgb(243, 244, 247)'
    })
    await page.context().close()
  })
}

for (const name of ['confirm', 'already']) {
  t.test(`${name}: on a narrow window it looks the same without style elements`, async t => {
    const mail = mails[name] as string
    const [styled, plain] = [await show(mail, 480, 'light'), await show(bare(mail), 480, 'light')]
    const expected = await looks(styled)
    t.ok(expected.length > 20)
    t.same(await looks(plain), expected)
    await Promise.all([styled, plain].map(async page => await page.context().close()))
  })
}

t.end()
