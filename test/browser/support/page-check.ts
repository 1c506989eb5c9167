import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

export interface Look { width: number, colorScheme: 'light' | 'dark' }

export const LOOKS: readonly Look[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'dark' }
]

/** Shows the page as someone else sees it, without loading it again. */
export async function look (page: Page, { width, colorScheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 800 })
  await page.emulateMedia({ colorScheme })
  await page.evaluate(`document.fonts.ready.then(() => {
    for (const animation of document.getAnimations()) animation.finish()
  })`)
}

const AXE_OPTIONS: Parameters<AxeBuilder['options']>[0] = {
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations', 'incomplete']
}

/** What axe finds, by all its standard rules and the size of targets, and what it cannot decide. */
export async function axeFindings (page: Page): Promise<string[]> {
  // To put axe into a page takes three times as long as to run it.
  const { violations, incomplete } = await page.evaluate<boolean>('typeof axe === "object"')
    ? await page.evaluate<Awaited<ReturnType<AxeBuilder['analyze']>>>(`axe.run(${JSON.stringify(AXE_OPTIONS)})`)
    : await new AxeBuilder({ page }).options(AXE_OPTIONS).setLegacyMode(true).analyze()
  return [...violations, ...incomplete].flatMap(({ id, nodes }) => nodes.map(({ target, any }) => (
    `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`
  )))
}

/**
 * Text and boxes that are wider than their sheet; the sheet clips them, so that there is nothing to
 * be scrolled.
 */
export async function overflows (page: Page): Promise<string[]> {
  return await page.evaluate(`(() => {
    const found = []
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) found.push('the page scrolls sideways by ' + (scrollWidth - clientWidth))
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode
      const element = node.parentElement
      if (element.closest('.skip-link, style') !== null || node.data?.trim() === '') continue
      const box = node.data === undefined ? node : document.createRange()
      if (box !== node) box.selectNode(node)
      const edge = (element.closest('.sheet, .footer') ?? document.documentElement).getBoundingClientRect()
      for (const { left, right, width } of box.getClientRects()) {
        const isOutside = left < edge.left - 1 || right > edge.right + 1
        if (width > 0 && isOutside) found.push((node.data ?? node.outerHTML).slice(0, 60))
      }
    }
    return found
  })()`)
}

/** Runs in the page: what must be reached by Tab, in order, and what to call it. */
const STOPS = `
  const all = 'a[href], button, input, select, textarea, summary, [contenteditable="true"], [tabindex="0"]'
  const stops = [...document.querySelectorAll(all)]
    .filter(element => element.checkVisibility({ visibilityProperty: true }))
    .filter(element => !element.matches('[tabindex="-1"], :disabled, [contenteditable="true"] *'))
  const called = element => element.tagName.toLowerCase() + ' ' + (element.textContent.trim() || element.id)
`

/**
 * Links, buttons and fields that are smaller than 24 by 24 CSS px, links within a sentence
 * included.
 */
export async function smallTargets (page: Page): Promise<string[]> {
  return await page.evaluate(`(() => {
    ${STOPS}
    return stops.flatMap(stop => {
      const boxes = [...stop.getClientRects()]
      const width = Math.max(...boxes.map(box => box.width))
      const height = Math.min(...boxes.map(box => box.height))
      return width < 24 || height < 24 ? [called(stop) + ': ' + width + ' x ' + height] : []
    })
  })()`)
}

const MOST_LINKS_OF_MAIL = 100

/**
 * Goes through the page by Tab. Returns what was not reached in the order of the page, and what,
 * when it had the focus, was not marked by an outline of 2 px that stands out, or was out of sight.
 */
export async function focusFaults (page: Page): Promise<string[]> {
  const count = await page.evaluate<number>(`(() => {
    ${STOPS}
    // Of radio buttons, Tab reaches the one that is chosen, or the first; arrow keys lead to the others.
    const isOther = radio => {
      if (radio.type !== 'radio') return false
      const group = [...radio.form.elements].filter(({ name }) => name === radio.name)
      return radio !== (group.find(({ checked }) => checked) ?? group[0])
    }
    stops.splice(0, stops.length, ...stops.filter(element => !isOther(element)))
    const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    const luminance = colour => {
      pixel.clearRect(0, 0, 1, 1)
      pixel.fillStyle = colour
      pixel.fillRect(0, 0, 1, 1)
      const [red, green, blue] = [...pixel.getImageData(0, 0, 1, 1).data]
        .map(part => part / 255)
        .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const background = element => {
      if (element === null) return 'white'
      const { backgroundColor } = getComputedStyle(element)
      return /, 0\\)$/.test(backgroundColor) ? background(element.parentElement) : backgroundColor
    }
    const reached = []
    const faults = []
    const watch = ({ target }) => {
      for (const animation of document.getAnimations()) animation.finish()
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(target)
      const { left, right, top } = target.getBoundingClientRect()
      const grounds = [outlineColor, background(target.parentElement)].map(luminance)
      const [dark, bright] = grounds.sort((a, b) => a - b)
      const fault = what => faults.push(called(target) + ': ' + what)
      if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) fault('focus is not marked')
      else if ((bright + 0.05) / (dark + 0.05) < 3) fault('the mark of focus does not stand out')
      if (left < 0 || right > innerWidth + 1 || top + scrollY < 0) fault('has focus out of sight')
      reached.push(target)
    }
    globalThis.isAtEnd = () => document.activeElement === stops.at(-1)
    globalThis.endOfWalk = () => {
      document.removeEventListener('focusin', watch)
      document.activeElement.blur()
      for (const stop of stops) if (!reached.includes(stop)) faults.push(called(stop) + ': is not reached')
      const expected = stops.filter(stop => reached.includes(stop))
      const stray = [...new Set(reached)].find((stop, index) => expected[index] !== stop)
      if (stray !== undefined) faults.push(called(stray) + ': is not reached in its turn')
      return faults
    }
    stops[1].focus()
    document.addEventListener('focusin', watch)
    return stops.length
  })()`)
  await page.keyboard.press('Shift+Tab')
  for (let stop = 1; stop < count; stop++) await page.keyboard.press('Tab')
  // A field for a date or a time has several parts, and a mail in a frame has links, each of them
  // with a Tab of its own.
  for (let more = count + MOST_LINKS_OF_MAIL; more > 0; more--) {
    if (await page.evaluate<boolean>('isAtEnd()')) break
    await page.keyboard.press('Tab')
  }
  return await page.evaluate('endOfWalk()')
}
