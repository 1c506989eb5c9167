import { optional } from '../settings/setting.js'
import { parseMasterKeys } from './keyring.js'

export const cryptoSettings = { KEYS: optional(parseMasterKeys) }
