import { commaList, seconds } from '../settings/readers.js'
import { optional, withDefault } from '../settings/setting.js'
import { readRelayUrl } from './relay-url.js'

export const smtpSettings = {
  SMTP_URL: optional(commaList(readRelayUrl)),
  SMTP_TIMEOUT: withDefault('PT10M', seconds('PT1S', 'PT1H')),
  MAIL_RETRY_AFTER: withDefault('PT1M,PT5M,PT15M,PT1H,PT4H', commaList(seconds('PT1S', 'P7D')))
}
