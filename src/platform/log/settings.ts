import { oneOf } from '../settings/readers.js'
import { withDefault } from '../settings/setting.js'

export const logSettings = {
  LOG_LEVEL: withDefault('info', oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'))
}
