import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser } from 'playwright-core'

/** The part of a tap test that the helper needs. */
interface Teardown { after: (task: () => Promise<void>) => unknown }

/**
 * Starts a headless Chromium that is closed when the test ends; a file that starts it for all its
 * tests ends with `t.end()`, because tap would otherwise wait for the browser that waits for tap.
 * `CHROMIUM_PATH` names one to use; otherwise the one from npm, which needs Linux and nothing else.
 */
export async function launchBrowser (t: Teardown): Promise<Browser> {
  const browser = await playwright.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? await unpack(),
    headless: true,
    // Chromium refuses to start its sandbox as root and in most containers; what it opens here is our own.
    args: ['--no-sandbox', '--disable-setuid-sandbox', '--disable-dev-shm-usage', '--hide-scrollbars', '--font-render-hinting=none']
  })
  t.after(async () => await browser.close())
  return browser
}

/**
 * Unpacks Chromium into a folder of this user's own. Left to itself the package unpacks to
 * /tmp/chromium: for its first user only, and half written for a test that starts a second later.
 */
async function unpack (): Promise<string> {
  if (process.platform !== 'linux') throw new Error('Set CHROMIUM_PATH: the Chromium from npm runs on Linux only.')
  const folder = join(tmpdir(), `integrationsbrief-chromium-147-${userInfo().username}`)
  const program = join(folder, 'chromium')
  if (existsSync(program)) return program
  const fresh = mkdtempSync(`${folder}-`)
  await withTmpdir(fresh, async () => await chromium.executablePath())
  try {
    renameSync(fresh, folder)
  } catch {
    // Another test was faster; its copy is whole, because a rename is all or nothing.
    rmSync(fresh, { recursive: true, force: true })
  }
  return program
}

/** The package knows no other way to be told where to unpack. */
async function withTmpdir (folder: string, task: () => Promise<unknown>): Promise<void> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    await task()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}
