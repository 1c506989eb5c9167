import t from 'tap'
import { launchBrowser } from '../support/browser.js'

t.test('the browser shows a page with the fonts that came with it', async t => {
  // Two at once, as test files do.
  const [browser] = await Promise.all([launchBrowser(t), launchBrowser(t)])
  const page = await browser.newPage()
  const heading = (text: string): string => `<h1 style="font: 40px sans-serif">${text}</h1>`
  await page.setContent(`<title>Grüß Gott</title>${heading('iiii')}${heading('mmmm')}`)
  t.equal(await page.title(), 'Grüß Gott')
  const widths = await page.evaluate(`[...document.querySelectorAll('h1')].map(h1 => {
    const range = document.createRange()
    range.selectNodeContents(h1)
    return range.getBoundingClientRect().width
  })`) as number[]
  const [narrow, wide] = widths as [number, number]
  t.ok(narrow > 10 && narrow < wide, `letters have widths of their own: ${widths.join(', ')}`)
})
