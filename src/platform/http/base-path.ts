/**
 * The path below which readers find the service: `/brief` for `https://www.hessen.example/brief`,
 * empty at a host's root.
 */
export function basePath (publicUrl: string): string {
  return new URL(publicUrl).pathname.replace(/\/+$/, '')
}

/**
 * Takes the base path off the target of a request, where it is there: one proxy removes it, another
 * passes it on. A target is a path, or a whole URL (RFC 9112, 3.2.2); percent-encoded letters are
 * the letters (RFC 3986, 6.2.2.2).
 */
export function withoutBase (base: string): (target: string) => string {
  const expected = base.split('/')
  return target => {
    if (base === '' && target.startsWith('/')) return target
    const [, path = '', query = ''] = /^(?:https?:\/\/[^/?#]*)?([^?#]*)(.*)$/is.exec(target) ?? []
    const segments = path.split('/')
    const isBelow = expected.every((name, index) => decode(segments[index]) === name)
    return isBelow ? `/${segments.slice(expected.length).join('/')}${query}` : target
  }
}

function decode (segment: string | undefined): string | undefined {
  try {
    return segment === undefined ? undefined : decodeURIComponent(segment)
  } catch {
    return segment
  }
}
