import { email, line } from '../content/field-types.js'
import { defineBlock } from './block-kind.js'
import { heading } from './common-fields.js'

export const pressContact = defineBlock({
  type: 'press_contact',
  name: 'Pressekontakt',
  purpose: 'An wen sich die Presse wenden kann.',
  example: `
title: Kontakt für die Presse
name: Jonas Albrecht-Demir
role: Pressestelle
organisation: Hessisches Ministerium für Soziales und Integration
address: Sonnenberger Straße 2/2a, 65193 Wiesbaden
phone: 0611 000-1200
email: presse@beispiel.de
`,
  fields: {
    title: heading().optional(),
    name: line('Der Name', 120),
    role: line('Die Funktion', 200).optional(),
    organisation: line('Die Organisation', 200).optional(),
    address: line('Die Anschrift', 300).optional(),
    phone: line('Die Telefonnummer', 60).regex(/^[+\d][\d\s/()–-]*$/,
      'Die Telefonnummer darf nur Ziffern, Leerzeichen und + / ( ) - enthalten.').optional(),
    email: email('Die E-Mail-Adresse').optional()
  },
  heading: (block, texts) => block.title ?? texts.issue.headings.pressContact,
  view: ({ name, role, organisation, address, phone, email }) => ({ name, role, organisation, address, phone, email })
})
