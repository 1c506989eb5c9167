const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/

/**
 * Reads who issues tokens (OpenID Connect Discovery, 3): an https URL without query and fragment.
 * For trying out, a provider on this machine may do without TLS. The text stays as it is: tokens
 * name the issuer letter by letter.
 */
export function readIssuer (text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname))
  if (url === null || !isSafe || /[?#\s]/.test(text) || url.username !== '' || url.password !== '') {
    throw new Error('must be an https:// address without query, such as https://login.example.org/realms/amt')
  }
  return text
}
