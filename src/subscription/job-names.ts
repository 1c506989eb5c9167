/** Answers a sign-up by mail. */
export const SUBSCRIPTION_MAIL = 'subscription_mail'
/**
 * The same for a mail that was put back. It is a job of its own, since its time is not a matter of
 * turns.
 */
export const SUBSCRIPTION_MAIL_AGAIN = 'subscription_mail_again'

/**
 * What a mail to one reader is about: a sign-up; a link to their own data; to a new address, to
 * confirm it; to the old one, that it is about to be changed.
 */
export const SUBJECTS = ['sign-up', 'own-data', 'new-address', 'address-changing'] as const

export type MailSubject = typeof SUBJECTS[number]

/** What the key of a subscriber's one waiting mail about something begins with. */
export function mailKey (subject: MailSubject): string {
  return subject === 'sign-up' ? `${SUBSCRIPTION_MAIL}:` : `${SUBSCRIPTION_MAIL}:${subject}:`
}
