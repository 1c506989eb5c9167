import type { Page } from 'playwright-core'
import { until } from '../../support/service.js'

/** Somebody who has no mouse. */
export interface Keyboard {
  /** Goes on by Tab until what is called so has the focus. */
  goTo: (name: string | RegExp) => Promise<void>
  /**
   * Goes on to a button or a link, or back by Shift and Tab, and presses Enter; waits for the page
   * that follows.
   */
  press: (name: string | RegExp) => Promise<void>
  pressBack: (name: string | RegExp) => Promise<void>
  type: (text: string) => Promise<void>
  /** Waits until the page has given the focus to what is called so. */
  isAt: (name: string | RegExp) => Promise<void>
}

const MOST_STOPS = 400

/** Runs in the page: the accessible name of what has the focus, as far as our pages make one. */
const FOCUSED = `(() => {
  const element = document.activeElement
  const by = document.getElementById(element.getAttribute('aria-labelledby') ?? '')
  const name = element.getAttribute('aria-label') ?? (by ?? element.labels?.[0] ?? element).textContent
  return name.replace('(freiwillig)', '').replace(/\\s+/g, ' ').trim()
})()`

const LISTEN = `
  document.heard = false
  document.addEventListener('keydown', () => { document.heard = true }, { capture: true, once: true })`

export function byKeyboard (page: Page): Keyboard {
  const focused = async (): Promise<string> => await page.evaluate<string>(FOCUSED)
  const is = (at: string, name: string | RegExp): boolean => typeof name === 'string' ? at === name : name.test(at)
  const walk = async (key: string, name: string | RegExp): Promise<void> => {
    const passed: string[] = []
    while (passed.length < MOST_STOPS) {
      await page.keyboard.press(key)
      const at = await focused()
      if (is(at, name)) return
      passed.push(at)
    }
    throw new Error(`${key} never reached ${String(name)}, but ${[...new Set(passed)].join('; ')}`)
  }
  // The browser may still send keys to a frame that the focus has just left. No human is that fast.
  const hears = async (): Promise<void> => {
    await page.evaluate(LISTEN)
    await until(async () => {
      await page.keyboard.press('Shift')
      return await page.evaluate<boolean>('document.heard')
    })
  }
  const enter = async (): Promise<void> => {
    await hears()
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
    // The editors of formatted texts must be there to be reached.
    await until(async () => await page.locator('[data-rich-text]:not([data-enriched])').count() === 0)
  }
  return {
    goTo: async name => { await walk('Tab', name) },
    press: async name => {
      await walk('Tab', name)
      await enter()
    },
    pressBack: async name => {
      await walk('Shift+Tab', name)
      await enter()
    },
    type: async text => { await page.keyboard.type(text) },
    isAt: async name => { await until(async () => is(await focused(), name)) }
  }
}
