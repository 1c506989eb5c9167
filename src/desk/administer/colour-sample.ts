import type { MailColours } from '../../platform/mail/accent.js'
import { de } from '../../texts/de.js'

/** A picture of how mails look. `src`: a data URL, which the policy of the desk allows. */
export interface ColourSample { caption: string, alt: string, src: string }

/** How mails with these colours look, in light and in dark mode. */
export function colourSamples ({ accent, accentDark }: MailColours): ColourSample[] {
  const { light, dark, alt } = de.settings.sample
  return [
    { ...draw({ accent, mark: accent, paper: '#ffffff', on: '#ffffff' }), caption: light(accent), alt: alt(accent) },
    {
      ...draw({ accent, mark: accentDark, paper: '#1d2034', on: '#131525' }),
      caption: dark(accentDark),
      alt: alt(accentDark)
    }
  ]
}

function draw (
  { accent, mark, paper, on }: { accent: string, mark: string, paper: string, on: string }
): { src: string } {
  const { link, button } = de.settings.sample
  const svg = [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 280 128" font-family="sans-serif" font-size="16">',
    `<rect width="280" height="128" fill="${paper}"/><rect width="280" height="8" fill="${accent}"/>`,
    `<text x="16" y="40" fill="${mark}" text-decoration="underline">${link}</text>`,
    `<rect x="16" y="60" width="176" height="48" rx="4" fill="${mark}"/>`,
    `<text x="104" y="90" text-anchor="middle" fill="${on}">${button}</text></svg>`
  ].join('')
  return { src: `data:image/svg+xml,${encodeURIComponent(svg)}` }
}
