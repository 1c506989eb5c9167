import mjml2html from 'mjml'

/**
 * Compiles filled MJML to HTML and throws on anything MJML complains of. Text must have been
 * escaped before: MJML passes it on as it is. Includes stay off.
 */
export async function compileMjml (mjml: string): Promise<string> {
  const { html, errors } = await mjml2html(mjml, { validationLevel: 'strict', ignoreIncludes: true, fonts: {} })
  if (errors.length > 0) throw new Error(`the mail's MJML is not valid: ${errors.map(error => error.formattedMessage).join('; ')}`)
  return html
}
