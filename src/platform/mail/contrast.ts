import { memoSync } from '../memo.js'

/** The contrast of two colours as #rrggbb, from 1 to 21 (WCAG 2.2). */
export function contrastRatio (one: string, other: string): number {
  const ratio = (luminance(one) + 0.05) / (luminance(other) + 0.05)
  return ratio < 1 ? 1 / ratio : ratio
}

/** Relative luminance (WCAG 2.2). A mail has few colours. */
const luminance = memoSync((colour: string): number => {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map(value => {
    const part = value / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}, { most: 1_000 })

/** A colour with so much of another in it, from 0 to 1. */
export function mixColours (colour: string, other: string, share: number): string {
  const others = partsOf(other)
  const mixed = partsOf(colour).map((part, index) => Math.round(part + ((others[index] ?? 0) - part) * share))
  return `#${mixed.map(part => part.toString(16).padStart(2, '0')).join('')}`
}

function partsOf (colour: string): number[] {
  return [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16))
}
