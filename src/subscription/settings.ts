import { oneOf, seconds, wholeNumber } from '../platform/settings/readers.js'
import { withDefault } from '../platform/settings/setting.js'

export const subscriptionSettings = {
  CONFIRM_TTL: withDefault('PT48H', seconds('PT1H', 'P30D')),
  CONSENT_PROOF: withDefault('off', oneOf('off', 'on')),
  SIGN_UP_NETWORK_LIMIT: withDefault('30', wholeNumber(1, 100_000)),
  SIGN_UP_NETWORK_WINDOW: withDefault('PT10M', seconds('PT1M', 'P1D')),
  SIGN_UP_MAIL_RATE: withDefault('600', wholeNumber(1, 100_000))
}
