import type { MailView } from '../../issue/render/mail-views.js'

/** The views that show the mail in a frame. */
export const FRAMED: Readonly<Record<'desktop' | 'phone' | 'dark' | 'inverted' | 'no-pictures', MailView>> = {
  desktop: 'light', phone: 'light', dark: 'dark', inverted: 'inverted', 'no-pictures': 'no-pictures'
}

/** Those for a frame beside the form, which is as narrow as a phone. */
export const NARROW_VIEWS = ['phone', 'dark', 'inverted', 'no-pictures'] as const
