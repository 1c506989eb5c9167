import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import t from 'tap'
import { renderIssue } from '../../src/issue/render/render.js'
import { article, demoIssue, parts, PUBLIC_URL, render } from '../issue/sample.js'
import { launchBrowser } from '../support/browser.js'

const browser = await launchBrowser(t)
const { html } = await renderIssue(await demoIssue(), parts)

interface Look { width: number, colorScheme: 'light' | 'dark' }

const LOOKS: Look[] = [320, 1024].flatMap(width => [
  { width, colorScheme: 'light' as const },
  { width, colorScheme: 'dark' as const }
])

/** Shows a mail with pictures off, and collects what it tried to load. */
async function show (
  browser: Browser, mail: string, { width, colorScheme }: Look
): Promise<{ page: Page, loaded: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme })
  const page = await context.newPage()
  const loaded: string[] = []
  await page.route('**/*', async route => {
    loaded.push(route.request().url())
    await route.abort()
  })
  await page.setContent(mail, { waitUntil: 'load' })
  return { page, loaded }
}

const overflow = async (page: Page): Promise<number> =>
  await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

for (const look of LOOKS) {
  t.test(`at ${look.width} px, ${look.colorScheme}, axe finds nothing and nothing scrolls sideways`, async t => {
    const { page, loaded } = await show(browser, html, look)
    const { violations, incomplete } = await new AxeBuilder({ page }).analyze()
    const told = [...violations, ...incomplete].map(({ id, nodes }) => (
      `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`
    ))
    t.same(told, [])
    t.equal(await overflow(page), 0)
    t.ok(loaded.every(url => url.startsWith(`${PUBLIC_URL}/bilder/`)), 'nothing but own pictures is asked for')
    t.match(await page.locator('h1').allInnerTexts(), [/^Wie aus vielen Händen ein Netz wird$/])
    await page.context().close()
  })
}

t.test('a mail reader that forces dark colours in its own way gets readable ones', async t => {
  const outlook = html.replace(/<(html|body)/g, '<$1 data-ogsc data-ogsb')
  const { page } = await show(browser, outlook, { width: 1024, colorScheme: 'light' })
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
  t.same(violations.flatMap(rule => rule.nodes.map(node => node.html)), [])
  t.equal(await page.evaluate('getComputedStyle(document.querySelector("h2")).color'), 'rgb(232, 233, 239)')
  await page.context().close()
})

t.test('a word of 5,000 letters breaks instead of widening the mail', async t => {
  const word = 'Donaudampfschiff'.repeat(320)
  const mail = await render(
    article({
      body: `${word}\n\n- ${word}\n\n> ${word}\n\n\`${word}\``,
      lead: word.slice(0, 900),
      headline: word.slice(0, 200),
      category: word.slice(0, 60),
      quotation: { text: word.slice(0, 1_900), speaker: word.slice(0, 100) },
      link: { label: word.slice(0, 100), url: 'https://example.org' }
    }),
    { type: 'event', title: 'T', description: word, dates: [{ start: '2027-01-01', place: word.slice(0, 200) }] },
    { type: 'funding_call', title: 'T', amount: 1e11, who: word.slice(0, 900), deadline: '2027-01-01' },
    { type: 'downloads', files: [{ label: word.slice(0, 200), url: 'https://example.org', type: 'PDF', size: 1 }] })
  for (const look of LOOKS) {
    const { page } = await show(browser, mail.html, look)
    t.equal(await overflow(page), 0, `at ${look.width} px`)
    await page.context().close()
  }
})

t.test('with pictures off their text is readable in both colour schemes', async t => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await show(browser, html, { width: 1024, colorScheme })
    const style = await page.evaluate(`(() => {
      const { color, backgroundColor, fontSize } = getComputedStyle(document.querySelector('img'))
      return { color, backgroundColor, fontSize }
    })()`)
    t.same(style, { color: 'rgb(29, 32, 52)', backgroundColor: 'rgb(239, 243, 250)', fontSize: '16px' })
    await page.context().close()
  }
})

t.end()
