import { quoted } from './edit-text.js'
import type { CheckedIssue } from './checked-issue.js'
import type { Check } from './check.js'
import type { Found, Repair } from './finding.js'
import type { Link } from './link-fields.js'
import { valueAt } from './text-fields.js'

const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|mtm_\w+|pk_\w+|wt_mc)$/i
const INTERNAL = /^(?:localhost|[^.]+|.+\.(?:local|intern|internal|lan|intranet|localdomain))$/i

function urlOf ({ href }: Link): URL | null {
  return URL.canParse(href) ? new URL(href) : null
}

function addresses (judge: (link: Link, url: URL) => Pick<Found, 'message' | 'repair'> | null): Check['find'] {
  return ({ links }) => links.flatMap((link): Found[] => {
    const url = urlOf(link)
    const found = url === null || !/^https?:$/.test(url.protocol) ? null : judge(link, url)
    return found === null ? [] : [{ ...link.address, ...found }]
  })
}

/** The repair that writes another address; none where Markdown has the old one in another form. */
function withAddress (link: Link, label: string, href: string): { repair?: Repair } {
  const { within, address } = link
  const value = within === null ? href : within.source.split(link.href).join(href)
  if (within !== null && value === within.source) return {}
  return { repair: { label, changes: [{ ...address, value }] } }
}

export const anchorDead: Check = {
  code: 'anchor-dead',
  level: 'barrier',
  about: 'Ein Link führt zu einer Stelle in der Ausgabe, die es nicht gibt.',
  find: issue => [...deadWithin(issue), ...deadInMail(issue)]
}

/** Word leaves links such as "#_Toc123" behind; others name a block of the issue's own page. */
function deadWithin ({ links, blocks, publicUrl, values }: CheckedIssue): Found[] {
  const slug = valueAt(values, ['slug'])
  const own = typeof slug === 'string' ? `${publicUrl}/ausgaben/${slug}#` : null
  return links.flatMap((link): Found[] => {
    const isOwn = own !== null && link.href.startsWith(own)
    if (!isOwn && !link.href.startsWith('#')) return []
    const [, number] = /#abschnitt-(\d+)$/.exec(link.href) ?? []
    if (isOwn && number !== undefined && Number(number) >= 1 && Number(number) <= blocks.length) return []
    const message = `Der Link zu ${quoted(link.href)} führt zu einer Stelle, die es nicht gibt. ` +
      'Verweisen Sie auf eine Webseite, oder entfernen Sie den Link.'
    return [{ ...link.address, message, ...withoutLink(link) }]
  })
}

function withoutLink ({ within, text, href, address }: Link): { repair?: Repair } {
  const written = `[${text ?? ''}](${href})`
  if (within === null || text === null || !within.source.includes(written)) return {}
  const value = within.source.replace(written, text)
  return { repair: { label: 'Link entfernen, Text behalten', changes: [{ ...address, value }] } }
}

/** What no editor wrote, such as an entry of the table of contents. */
function deadInMail ({ rendered }: CheckedIssue): Found[] {
  if (rendered === null) return []
  const places = [rendered.html, rendered.page].flatMap(html => {
    const ids = new Set([...html.matchAll(/\s(?:id|name)="([^"]+)"/g)].map(([, id]) => id))
    return [...html.matchAll(/\shref="#([^"]*)"/g)].flatMap(([, id = '']) => ids.has(id) ? [] : [id])
  })
  return [...new Set(places)].map(id => ({
    block: null, field: [], message: `In der Mail führt ein Link zur Stelle „#${id}“, die es nicht gibt.`
  }))
}

export const linkUnencrypted: Check = {
  code: 'link-unencrypted',
  level: 'hint',
  about: 'Ein Link führt zu einer unverschlüsselten Adresse (http).',
  find: addresses((link, { protocol }) => protocol !== 'http:'
    ? null
    : {
        message: `${quoted(link.href)} ist nicht verschlüsselt. Prüfen Sie, ob die Seite mit https:// erreichbar ist.`,
        ...withAddress(link, 'https:// verwenden', link.href.replace(/^http:/i, 'https:'))
      })
}

export const linkTracking: Check = {
  code: 'link-tracking',
  level: 'hint',
  about: 'Die Adresse eines Links enthält Angaben, mit denen andere Leserinnen und Leser verfolgen.',
  find: addresses((link, url) => {
    const names = [...url.searchParams.keys()].filter(name => TRACKING.test(name))
    if (names.length === 0) return null
    const [before = '', after = ''] = link.href.split(/\?(.*)/s)
    const [query = '', hash] = after.split(/#(.*)/s)
    const kept = query.split('&').filter(part => !TRACKING.test(part.split('=')[0] ?? ''))
    const clean = before + (kept.length === 0 ? '' : `?${kept.join('&')}`) + (hash === undefined ? '' : `#${hash}`)
    return {
      message: `Die Adresse enthält Angaben, die dem Verfolgen dienen (${names.slice(0, 5).join(', ')}).`,
      ...withAddress(link, 'Angaben entfernen', clean)
    }
  })
}

export const linkInternal: Check = {
  code: 'link-internal',
  level: 'hint',
  about: 'Ein Link führt in ein Hausnetz, das Leserinnen und Leser nicht erreichen.',
  find: addresses((link, { hostname }) => INTERNAL.test(hostname) || isPrivate(hostname)
    ? { message: `${quoted(link.href)} ist wahrscheinlich nur im eigenen Haus erreichbar.` }
    : null)
}

function isPrivate (hostname: string): boolean {
  return /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$|^\[(?:::1|f[cd]|fe80)/i.test(hostname)
}
