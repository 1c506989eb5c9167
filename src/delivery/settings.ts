import { wholeNumber } from '../platform/settings/readers.js'
import { optional, withDefault } from '../platform/settings/setting.js'

export const deliverySettings = {
  MAIL_CONNECTIONS: withDefault('10', wholeNumber(1, 200)),
  MAIL_RATE: optional(wholeNumber(1, 100_000)),
  MAIL_BATCH_SIZE: withDefault('500', wholeNumber(1, 5000))
}
