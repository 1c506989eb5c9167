/**
 * Compiles filled MJML to HTML. Throws on every warning of MJML. Text must be escaped already: MJML
 * passes it on unchanged. Includes are off.
 *
 * MJML is loaded on first use: it takes 50 MB, and a mailer that only sends issues does not need
 * it.
 */
export async function compileMjml (mjml: string): Promise<string> {
  const { default: mjml2html } = await import('mjml')
  // Without `fonts: {}` MJML links fonts from a third party as soon as a style names one that it
  // knows.
  const options = { fonts: {}, validationLevel: 'strict', keepComments: false, ignoreIncludes: true } as const
  const { html, errors } = await mjml2html(mjml, options)
  if (errors.length > 0) {
    throw new Error(`the mail's MJML is not valid: ${errors.map(error => error.formattedMessage).join('; ')}`)
  }
  return withoutFrameLabel(html)
}

/**
 * MJML labels its frame with the title for screen readers. They read the title out anyway, and the
 * label is outside every landmark.
 */
function withoutFrameLabel (html: string): string {
  return html.replace(/ ?aria-label="[^"]*"(?= aria-roledescription="email")/, '')
}
