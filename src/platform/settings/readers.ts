import { parse as parseDuration, toSeconds } from 'iso8601-duration'
import { isHost } from '../http/host.js'
import { normaliseDomain } from '../mail/address.js'

// Each reads the text of a setting. It throws an Error that begins with a verb and does not repeat
// the text.

export function trimmed (text: string): string {
  if (/\p{Cc}/u.test(text)) throw new Error('must be one line without control characters')
  return text.trim()
}

const LONGEST_LIST = 20

export function commaList <T> (read: (text: string) => T) {
  return (text: string): T[] => {
    const entries = text.split(',')
    if (entries.length > LONGEST_LIST) throw new Error(`must have at most ${LONGEST_LIST} entries`)
    return entries.map(each => read(each.trim()))
  }
}

export function oneOf<const T extends string> (...values: T[]) {
  return (text: string): T => {
    const value = values.find(each => each === text)
    if (value === undefined) throw new Error(`must be one of ${values.join(', ')}`)
    return value
  }
}

export function wholeNumber (from: number, to: number) {
  return (text: string): number => {
    const number = Number(text)
    if (!/^\d+$/.test(text) || number < from || number > to) {
      throw new Error(`must be a whole number from ${from} to ${to}`)
    }
    return number
  }
}

/** A duration as in ISO 8601, in seconds. The limits are written likewise. */
export function seconds (from: string, to: string) {
  const [least, most] = [toLength(from), toLength(to)]
  return (text: string): number => {
    const length = toLength(text)
    if (length < least || length > most) throw new Error(`must be from ${from} to ${to}`)
    return length
  }
}

function toLength (text: string): number {
  // The library looks for a duration anywhere in the text: it reads -PT5S as five seconds.
  if (/^P[\dYMWDTHS.]+$/.test(text) && text.lastIndexOf('P') === 0 && !text.endsWith('T')) {
    try {
      return toSeconds(parseDuration(text))
    } catch {}
  }
  throw new Error('must be a duration as in ISO 8601, such as PT48H or P2D')
}

export function host (text: string): string {
  if (!isHost(text)) throw new Error('must be an address or a name of this machine, such as 0.0.0.0, :: or localhost')
  return text
}

export function domain (text: string): string {
  const normalised = normaliseDomain(text)
  if (normalised === null) throw new Error('must be a domain such as example.org')
  return normalised
}
