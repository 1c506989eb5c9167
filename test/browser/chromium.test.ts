import t from 'tap'
import { launchBrowser } from '../support/browser.js'

t.test('the browser shows a page with the fonts that came with it', async t => {
  // Two at once, as test files do.
  const [browser] = await Promise.all([launchBrowser(t), launchBrowser(t)])
  const page = await browser.newPage()
  await page.setContent('<title>Grüß Gott</title><h1 style="font: 40px sans-serif">iiii</h1><h1 style="font: 40px sans-serif">mmmm</h1>')
  t.equal(await page.title(), 'Grüß Gott')
  const widths = await page.evaluate(`[...document.querySelectorAll('h1')].map(h1 => {
    const range = document.createRange()
    range.selectNodeContents(h1)
    return range.getBoundingClientRect().width
  })`) as number[]
  t.ok((widths[0] as number) > 10 && (widths[0] as number) < (widths[1] as number), `letters have widths of their own: ${widths.join(', ')}`)
})
