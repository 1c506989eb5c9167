import { contrastRatio, mixColours } from './contrast.js'

/** What the templates of mails take from the accent; as #rrggbb. */
export interface MailColours {
  accent: string
  /** Its counterpart in dark mode. */
  accentDark: string
  /** In dark mode, where white text stands on it. */
  fillDark: string
}

/** The accent of mails as long as nobody has chosen another. */
export const FIRST_ACCENT = '#2044aa'

const FIRST_COLOURS: MailColours = { accent: FIRST_ACCENT, accentDark: '#97afe1', fillDark: '#2e53b2' }

/** What the accent stands on as text, and the white that stands on it. */
const GROUNDS = ['#ffffff', '#eff3fa', '#f3f4f7', '#e5ebf7', '#fff3dc']
const DARK_GROUNDS = ['#131525', '#1d2034', '#272a42']
/** Of text (WCAG 2.2, 1.4.3). The accent's marks need 3, so that text is what decides. */
export const NEEDED = 4.5
/** In dark mode the counterpart is ours to choose. */
const CHOSEN = 6
const STEPS = 100

/** The colours of mails with this accent. What stands in dark mode is derived from it. */
export function mailColours (accent: string): MailColours {
  if (accent === FIRST_ACCENT) return FIRST_COLOURS
  return { accent, accentDark: nearest(accent, '#ffffff', DARK_GROUNDS, CHOSEN), fillDark: accent }
}

/** An accent that cannot be read, on which ground, and the nearest one that can. */
export interface LowAccent { ratio: number, ground: string, nearest: string }

/** Judges an accent on everything that it stands on, in both modes. Null if it can be read. */
export function judgeAccent (accent: string): LowAccent | null {
  const { ratio, ground } = worst(accent, GROUNDS)
  const dark = worst(mailColours(accent).accentDark, DARK_GROUNDS)
  if (ratio >= NEEDED && dark.ratio >= NEEDED) return null
  return { ratio, ground, nearest: nearest(accent, '#000000', GROUNDS, NEEDED) }
}

function worst (colour: string, grounds: readonly string[]): { ratio: number, ground: string } {
  const judged = grounds.map(ground => ({ ratio: contrastRatio(colour, ground), ground }))
  return judged.reduce((one, other) => other.ratio < one.ratio ? other : one)
}

/** The colour with as little of another in it as it takes to stand out enough on every ground. */
function nearest (colour: string, other: string, grounds: readonly string[], needed: number): string {
  for (let step = 0; step < STEPS; step++) {
    const mixed = mixColours(colour, other, step / STEPS)
    if (worst(mixed, grounds).ratio >= needed) return mixed
  }
  return other
}
