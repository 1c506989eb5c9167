/**
 * Directives of a Content-Security-Policy by their names; what is not listed falls under
 * `default-src`.
 */
export type ContentPolicy = Readonly<Record<string, readonly string[]>>

const YEAR_SECONDS = 365 * 24 * 3600

/**
 * The headers that every answer under one policy carries. HSTS is among them where readers reach us
 * by HTTPS. They are made once: no answer pays for putting them together.
 */
export function securityHeaders (
  policy: ContentPolicy,
  { secure }: { secure: boolean }
): Readonly<Record<string, string>> {
  return Object.freeze({
    'content-security-policy': Object.entries(policy).map(([name, values]) => `${name} ${values.join(' ')}`).join(';'),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-frame-options': 'DENY',
    ...(secure ? { 'strict-transport-security': `max-age=${YEAR_SECONDS}` } : {})
  })
}
