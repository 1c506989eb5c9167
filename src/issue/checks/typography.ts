import { memoSync } from '../../platform/memo.js'
import { editText, repaired } from './edit-text.js'
import type { Check } from './check.js'
import type { Found, Level } from './finding.js'
import type { TextField } from './text-fields.js'

interface Rule {
  code: string
  about: string
  message: string
  label: string
  /** What the running text should be. The text is right if nothing changes. */
  edit: (text: string) => string
}

/** A hint for each field whose running text a rule would change, with that change as its repair. */
function typographic ({ code, about, message, label, edit }: Rule): Check & { level: Level } {
  // Editors change one text of many.
  const editOnce = memoSync(edit, { most: 3_000 })
  const isText = ({ input }: TextField): boolean => input === 'line' || input === 'paragraph' || input === 'prose'
  return {
    code,
    level: 'hint',
    about,
    find: ({ texts }) => texts.filter(isText).flatMap((text): Found[] => {
      const value = editText(text, editOnce)
      const { block, field } = text
      return value === text.value ? [] : [{ block, field, message, ...repaired(text, label, value) }]
    })
  }
}

export const TYPOGRAPHY: readonly Check[] = [
  typographic({
    code: 'space-doubled',
    about: 'Zwischen zwei Wörtern stehen mehrere Leerzeichen.',
    message: 'Hier stehen mehrere Leerzeichen hintereinander.',
    label: 'Doppelte Leerzeichen entfernen',
    edit: text => text.replace(/(?<=[^\s])[ \u00a0]{2,}(?=[^\s])/g, ' ')
  }),
  typographic({
    code: 'space-before-punctuation',
    about: 'Vor einem Satzzeichen steht ein Leerzeichen.',
    message: 'Vor einem Satzzeichen steht ein Leerzeichen.',
    label: 'Leerzeichen entfernen',
    edit: text => text.replace(/(?<=[\p{L}\p{N})“])[ \u00a0]+([,;:!?]|\.(?!\.|\p{L}|\p{N}))(?=\s|$)/gu, '$1')
  }),
  typographic({
    code: 'quotes-straight',
    about: 'Ein Text hat gerade oder englische statt deutscher Anführungszeichen („ “).',
    message: 'Hier stehen gerade oder englische Anführungszeichen. Im Deutschen sind es „ und “.',
    label: 'Deutsche Anführungszeichen setzen',
    edit: text => text
      .replace(/(?<![\p{L}\p{N}])"(?=\S)([^"\n]{1,300}?)(?<=\S)"(?![\p{L}\p{N}])/gu, '„$1“')
      .replace(/(?<!„[^“”„]{0,300})“(?=\S)([^“”„\n]{1,300}?)(?<=\S)”/gu, '„$1“')
      .replace(/„([^“”„\n]{1,300}?)["”]/gu, '„$1“')
  }),
  typographic({
    code: 'hyphen-as-dash',
    about: 'Ein Bindestrich steht, wo ein Gedankenstrich gemeint ist.',
    message: 'Hier steht ein Bindestrich zwischen Leerzeichen. Ein Gedankenstrich ist länger: –.',
    label: 'Gedankenstrich setzen',
    edit: text => text.replace(/(?<=[\p{L}\p{N}.,!?“)]) --? (?=[\p{L}\p{N}„(])/gu, ' – ')
  }),
  typographic({
    code: 'punctuation-repeated',
    about: 'Mehrere Ausrufe- oder Fragezeichen stehen hintereinander.',
    message: 'Ein Satzzeichen genügt. Mehrere wirken laut, und Filter halten die Mail eher für Werbung.',
    label: 'Auf ein Zeichen kürzen',
    edit: text => text.replace(/!{2,}/g, '!').replace(/\?{2}(?!\?)(?<!\?{3})/g, '?')
  }),
  typographic({
    code: 'invisible-character',
    about: 'Ein Text enthält unsichtbare Zeichen, zum Beispiel bedingte Trennstriche aus Word.',
    message: 'Hier stehen unsichtbare Zeichen, wie sie beim Kopieren entstehen.',
    label: 'Unsichtbare Zeichen entfernen',
    // Arabic and Persian join letters with U+200C and U+200D.
    edit: text => text.replace(/[\u00ad\u200b\u2060\ufeff\ufffc]/g, '')
  })
]
