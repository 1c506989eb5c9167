/**
 * Compiles filled MJML to HTML and throws on anything MJML complains of. Text must have been
 * escaped before: MJML passes it on as it is. Includes stay off.
 *
 * MJML is loaded when it is first needed: it takes 50 MB, and a mailer that only sends issues has no use for it.
 */
export async function compileMjml (mjml: string): Promise<string> {
  const { default: mjml2html } = await import('mjml')
  // Without `fonts: {}` MJML links fonts from a third party as soon as it sees a name it knows.
  const { html, errors } = await mjml2html(mjml, { fonts: {}, validationLevel: 'strict', keepComments: false, ignoreIncludes: true })
  if (errors.length > 0) throw new Error(`the mail's MJML is not valid: ${errors.map(error => error.formattedMessage).join('; ')}`)
  return withoutFrameLabel(html)
}

/**
 * MJML puts the title on its frame as a label for screen readers. The title is read out anyway,
 * and the label itself stands in no landmark.
 */
function withoutFrameLabel (html: string): string {
  return html.replace(/ ?aria-label="[^"]*"(?= aria-roledescription="email")/, '')
}
