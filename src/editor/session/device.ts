const SYSTEMS: ReadonlyArray<readonly [RegExp, string]> = [
  [/iPhone|iPad/, 'iOS'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'], [/Linux|X11/, 'Linux']
]

/** The first that matches counts: most browsers claim to be others as well. */
const BROWSERS: ReadonlyArray<readonly [RegExp, string]> = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'], [/OPR\//, 'Opera'], [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrom(?:e|ium)\/|CriOS\//, 'Chrome'], [/Safari\//, 'Safari']
]

/**
 * Browser and system of a User-Agent in words, such as "Firefox, Windows", so that people know
 * their own sessions again. Nothing else of it is kept.
 */
export function describeDevice (userAgent: string | undefined, unknown: string): string {
  const find = (list: typeof SYSTEMS): string[] => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.slice(1) as
    string[] | undefined ?? []
  return [...find(BROWSERS), ...find(SYSTEMS)].join(', ') || unknown
}
