import { domain, trimmed } from '../settings/readers.js'
import { optional } from '../settings/setting.js'

export const newsletterSettings = {
  LIST_ID: optional(domain),
  PUBLISHER_FILE: optional(trimmed)
}
