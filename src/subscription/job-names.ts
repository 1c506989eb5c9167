/** Answers a sign-up by mail. */
export const SUBSCRIPTION_MAIL = 'subscription_mail'
/**
 * The same for a mail that was put back. It is a job of its own, since its time is not a matter of
 * turns.
 */
export const SUBSCRIPTION_MAIL_AGAIN = 'subscription_mail_again'
