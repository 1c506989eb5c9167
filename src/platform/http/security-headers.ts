/** What a page may load: our own style, fonts and pictures, and nothing else. No script. */
export const CONTENT_POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"]
}

/** HSTS, where readers reach us by HTTPS. */
export const STRICT_TRANSPORT = { maxAge: 365 * 24 * 3600, includeSubDomains: false }

/** The headers of answers that are given before a route is found, where no hook runs. */
export function earlyHeaders (secure: boolean): Record<string, string> {
  const policy = Object.entries(CONTENT_POLICY).map(([name, values]) => `${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)} ${values.join(' ')}`)
  return {
    'content-security-policy': policy.join(';'),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    ...(secure ? { 'strict-transport-security': `max-age=${STRICT_TRANSPORT.maxAge}` } : {})
  }
}
