type Coded = Error & { code?: string }

/**
 * The message of whatever was thrown. For an AggregateError those of its errors: a host name with
 * several addresses fails once for each.
 */
export function messageOf (error: unknown): string {
  return [...new Set(unpackErrors(error).map(({ message, code, name }) => message || code || name))].join('; ')
}

/** The code of a system or library error, such as ENOENT; null if it has none. */
export function codeOf (error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** Whether an error carries one of these codes. */
export function hasCode (error: unknown, ...codes: string[]): boolean {
  const code = codeOf(error)
  return code !== null && codes.includes(code)
}

/**
 * The errors that an AggregateError stands for, or the one error. What is not an Error becomes one.
 */
export function unpackErrors (error: unknown): [Coded, ...Coded[]] {
  if (error instanceof AggregateError) {
    const [first, ...others] = error.errors.flatMap(unpackErrors)
    if (first !== undefined) return [first, ...others]
  }
  return [asError(error)]
}

/** What was thrown, as an Error. */
export function asError (error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
