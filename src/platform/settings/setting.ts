import { z } from 'zod'
import { messageOf } from '../errors.js'

/**
 * A setting read from text by a function whose Error becomes the setting's fault: it begins with a
 * verb and does not repeat the value, which may be a secret. An empty setting counts as not set.
 */
export function optional<T> (read: (text: string) => T) {
  return z.string().optional().transform((value, context) => {
    if (value === undefined || value === '') return undefined
    try {
      return read(value)
    } catch (error) {
      context.addIssue({ code: 'custom', message: messageOf(error) })
      return z.NEVER
    }
  })
}

/** A setting that has a value also where it is not set: what `read` makes of `defaultText`. */
export function withDefault<T> (defaultText: string, read: (text: string) => T) {
  return optional(read).transform(value => value ?? read(defaultText))
}

/** What a room's settings are once they are read. */
export type Given<Shape extends z.ZodRawShape> = z.infer<z.ZodObject<Shape>>

/**
 * Does what a setting asks for, such as reading a file. What it throws is thrown again behind the
 * setting's name.
 */
export function named<T> (setting: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new Error(`${setting} ${messageOf(error)}`)
  }
}
