/**
 * How a mail program shows a mail. `light` and `dark` follow the mail's own colours, `inverted` is
 * a program that turns all colours round, `no-pictures` one that loads none.
 */
export const MAIL_VIEWS = ['light', 'dark', 'inverted', 'no-pictures'] as const

export type MailView = typeof MAIL_VIEWS[number]

const SCHEME_QUERY = /@media\s*\(prefers-color-scheme:\s*(dark|light)\)/g
const SCHEMES = /(<meta name="(?:supported-)?color-schemes?" content=")light dark(")/g
/** Pictures are turned round once more, as such programs leave them alone. */
const INVERSION = '<style>html{filter:invert(1) hue-rotate(180deg);background:#fff}' +
  'img{filter:invert(1) hue-rotate(180deg)}</style>'

/**
 * A mail's HTML as one view shows it: a preview's frame cannot choose the reader's colour scheme,
 * so the mail's own rules for it are made to hold always, or never. Nothing else is changed.
 */
export function showAs (html: string, view: MailView): string {
  const scheme = view === 'dark' ? 'dark' : 'light'
  const fixed = html
    .replace(SCHEME_QUERY, (_, asked: string) => asked === scheme ? '@media all' : '@media not all')
    .replace(SCHEMES, `$1${scheme}$2`)
    .replaceAll('color-scheme: light dark', `color-scheme: ${scheme}`)
  return view === 'inverted' ? fixed.replace('</head>', `${INVERSION}</head>`) : fixed
}
