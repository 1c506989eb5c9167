import { z } from 'zod'
import type { KeptSetting } from '../kept-settings/kept-setting.js'
import { FIRST_ACCENT, judgeAccent } from '../mail/accent.js'
import { MARKS_DIRECTION, TURNS_DIRECTION, UNSAFE_IN_LINE, UNSAFE_IN_TEXT } from '../mail/unsafe-characters.js'
import { publisherSchema, type Publisher } from './publisher.js'

/** What the house says of itself, each part with a life of its own. */
export interface HouseSettings {
  publisher: KeptSetting<Publisher>
  /** The name before the address that mails come from; the environment gives the address. */
  senderName: KeptSetting<string>
  /** What the page on privacy says besides what the program itself guarantees; Markdown. */
  privacyText: KeptSetting<string>
  /** What links and marks in mails are coloured with, as #rrggbb. */
  accent: KeptSetting<string>
  /** Stands in the head of an issue's mail in place of the newsletter's name; null for none. */
  logo: KeptSetting<Logo | null>
}

/** A picture by the name of its content, its measures in pixels, and its alternative text. */
export interface Logo { name: string, width: number, height: number, alt: string }

/** What holds as long as nobody has set anything at the desk. */
export interface FirstValues { publisher: Publisher, senderName: string }

/** Mail programs show about so many characters of a sender. */
const LONGEST_NAME = 60
const LONGEST_TEXT = 20_000
const LONGEST_ALT = 200

/** `params.fault` says which rule is broken. An "@" could pass for another address. */
const senderName = z.string().trim().min(1).max(LONGEST_NAME)
  .refine(name => !UNSAFE_IN_LINE.test(name) && !MARKS_DIRECTION.test(name), { params: { fault: 'characters' } })
  .refine(name => !name.includes('@'), { params: { fault: 'at-sign' } })

const privacyText = z.string().trim().max(LONGEST_TEXT)
  .refine(text => !UNSAFE_IN_TEXT.test(text) && !TURNS_DIRECTION.test(text), { params: { fault: 'characters' } })

const accent = z.string().trim().toLowerCase().regex(/^#[0-9a-f]{6}$/)
  .refine(colour => judgeAccent(colour) === null, { params: { fault: 'contrast' } })

const pixels = z.int().positive()
const logo = z.object({
  name: z.string().regex(/^[0-9a-f]{64}\.(?:png|jpg|gif|webp)$/),
  width: pixels,
  height: pixels,
  alt: z.string().trim().min(1).max(LONGEST_ALT)
    .refine(text => !UNSAFE_IN_LINE.test(text) && !TURNS_DIRECTION.test(text), { params: { fault: 'characters' } })
}).nullable()

/** The settings of the house. What they begin with comes from the environment. */
export function houseSettings (first: FirstValues): HouseSettings {
  return {
    publisher: { name: 'publisher', schema: publisherSchema, first: first.publisher },
    senderName: { name: 'sender-name', schema: senderName, first: first.senderName },
    privacyText: { name: 'privacy-text', schema: privacyText, first: '' },
    accent: { name: 'accent', schema: accent, first: FIRST_ACCENT },
    logo: { name: 'logo', schema: logo, first: null }
  }
}
