/** A mail to one who works at the desk. */
export const EDITOR_MAIL = 'editor_mail'
