import { linkProblem } from '../content/link.js'
import { quoted } from './edit-text.js'
import type { Check } from './check.js'
import type { Found } from './finding.js'
import type { Link } from './link-fields.js'

/** What says nothing about where a link leads, without punctuation and in lower case. */
const VAGUE = new Set([
  'hier', 'klicken sie hier', 'hier klicken', 'bitte hier klicken', 'klick hier', 'mehr', 'mehr lesen', 'mehr erfahren',
  'mehr dazu', 'mehr informationen', 'mehr infos', 'weitere informationen', 'weitere infos', 'informationen', 'infos',
  'weiter', 'weiterlesen', 'weiter lesen', 'lesen sie mehr', 'lesen sie weiter', 'link', 'dieser link', 'zum link',
  'link folgen', 'details', 'zu den details', 'jetzt klicken', 'zur seite', 'diese seite', 'auf dieser seite',
  'webseite', 'website', 'zur website', 'zur webseite', 'seite', 'download', 'herunterladen', 'dort', 'hierzu',
  'siehe hier', 'here', 'click here', 'more', 'read more', 'learn more', 'this link'
])
const ADDRESS = /^(?:https?:\/\/\S+|www\.\S+|[\w-]+(?:\.[\w-]+)*\.(?:de|com|org|net|eu|info|example)(?:\/\S*)?)$/i

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

function linkTexts (judge: (text: string, link: Link) => string | null): Check['find'] {
  return ({ links }) => links.flatMap((link): Found[] => {
    const message = link.text === null ? null : judge(link.text.trim(), link)
    return message === null ? [] : [{ block: link.block, field: link.field, message }]
  })
}

export const linkTextVague: Check = {
  code: 'link-text-vague',
  level: 'barrier',
  about: 'Ein Linktext wie „hier“ oder „mehr“ sagt nicht, wohin der Link führt.',
  find: linkTexts(text => VAGUE.has(plain(text))
    ? `Der Linktext ${quoted(text)} sagt nicht, wohin der Link führt. Nennen Sie das Ziel.`
    : null)
}

export const linkTextIsAddress: Check = {
  code: 'link-text-is-address',
  level: 'barrier',
  about: 'Ein Linktext ist eine Webadresse; Vorlesesoftware liest sie Zeichen für Zeichen vor.',
  find: linkTexts((text, { href }) => ADDRESS.test(text) && !href.startsWith('mailto:')
    ? `Der Linktext ${quoted(text)} ist eine Adresse. Schreiben Sie, was dort zu finden ist.`
    : null)
}

export const linkTextEmpty: Check = {
  code: 'link-text-empty',
  level: 'barrier',
  about: 'Ein Link hat keinen Text.',
  find: linkTexts((text, { href }) => text === ''
    ? `Der Link zu ${quoted(href)} hat keinen Text. Schreiben Sie, wohin er führt.`
    : null)
}

export const linkTextAmbiguous: Check = {
  code: 'link-text-ambiguous',
  level: 'hint',
  about: 'Zwei Links eines Blocks haben den gleichen Text, führen aber zu verschiedenen Adressen.',
  find: ({ links }) => {
    const known = new Map<string, string>()
    return links.flatMap(({ block, field, text, href }): Found[] => {
      const words = plain(text ?? '')
      if (words === '' || VAGUE.has(words) || linkProblem(href) !== null) return []
      const key = `${block} ${words}`
      const first = known.get(key) ?? href
      known.set(key, first)
      if (first === href) return []
      const message = `Der Linktext ${quoted(text ?? '')} steht in diesem Block für verschiedene Ziele. ` +
        'Unterscheiden Sie sie.'
      return [{ block, field, message }]
    })
  }
}
