import type { Page } from 'playwright-core'
import { axeFindings, focusFaults, look, LOOKS, overflows, smallTargets } from './page-check.js'

/**
 * Text that lies below a bar while the page scrolls: axe cannot see what is behind it. Nor behind
 * the text of a chart, which has the colour of all text; nor can it look into the frame of a mail,
 * which has tests of its own.
 */
const UNDECIDED = new RegExp([
  "^color-contrast: .*could not be determined because it's partially obscured",
  '^color-contrast: (?:.* > )?text\\[',
  '^frame-tested: '
].join('|'))

/**
 * What keeps people from reading or using a page of the desk, as it is seen: wide and narrow, in
 * light and dark, by keyboard, and with text twice as large in half the room. The page stays where
 * it is.
 */
export async function faultsForEveryone (page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const [index, view] of LOOKS.entries()) {
    await look(page, view)
    const found = [
      ...(await axeFindings(page)).filter(finding => !UNDECIDED.test(finding)),
      ...(await overflows(page)).map(what => `too wide: ${what}`),
      ...(await smallTargets(page)).map(what => `too small: ${what}`),
      // Each width and each colour scheme once: the walk takes longest.
      ...index % 2 === 0 ? await focusFaults(page) : []
    ]
    faults.push(...found.map(what => `${view.width} px, ${view.colorScheme}: ${what}`))
  }
  await look(page, { width: 640, colorScheme: 'light' })
  await page.evaluate('document.documentElement.style.fontSize = "200%"')
  faults.push(...(await overflows(page)).map(what => `200 % text: too wide: ${what}`))
  await page.evaluate('document.documentElement.style.fontSize = ""')
  return faults
}
