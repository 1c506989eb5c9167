import { trimmed } from '../platform/settings/readers.js'
import { withDefault } from '../platform/settings/setting.js'

export const localSettings = { DATA_DIR: withDefault('data', trimmed) }
