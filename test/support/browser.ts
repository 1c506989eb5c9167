import { chromium, type Browser } from 'playwright-core'
import { chromiumExecutable } from './chromium.js'
import type { Test } from './test.js'

/**
 * Starts a headless Chromium that is closed when the test ends; a file that starts it for all its
 * tests ends with `t.end()`, because tap would otherwise wait for the browser that waits for tap.
 * `CHROMIUM_PATH` names one to use; otherwise the one from npm, which needs Linux and nothing else.
 */
export async function launchBrowser (t: Test): Promise<Browser> {
  const browser = await chromium.launch({ ...await chromiumExecutable(), headless: true })
  t.after(async () => await browser.close())
  return browser
}
