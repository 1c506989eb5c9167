import { z } from 'zod'
import { bounceSettings } from './bounce/settings.js'
import { deliverySettings } from './delivery/settings.js'
import { editorSettings } from './editor/settings.js'
import { localSettings } from './local/settings.js'
import { cryptoSettings } from './platform/crypto/settings.js'
import { databaseSettings } from './platform/database/settings.js'
import { httpSettings } from './platform/http/settings.js'
import { logSettings } from './platform/log/settings.js'
import { mailSettings } from './platform/mail/settings.js'
import { newsletterSettings } from './platform/newsletter/settings.js'
import { oneOf } from './platform/settings/readers.js'
import { withDefault } from './platform/settings/setting.js'
import { smtpSettings } from './platform/smtp/settings.js'
import { journalSettings } from './privacy/journal/settings.js'
import { siteSettings } from './site/settings.js'
import { subscriptionSettings } from './subscription/settings.js'

/**
 * All settings by name, merged from the rooms. `.env.example` lists the same, which a test holds.
 */
export const settings = z.object({
  NODE_ENV: withDefault('development', oneOf('production', 'development', 'test')),
  ...siteSettings,
  ...httpSettings,
  ...databaseSettings,
  ...localSettings,
  ...journalSettings,
  ...cryptoSettings,
  ...smtpSettings,
  ...mailSettings,
  ...deliverySettings,
  ...bounceSettings,
  ...newsletterSettings,
  ...subscriptionSettings,
  ...editorSettings,
  ...logSettings
})

export type Settings = z.infer<typeof settings>
export type SettingName = keyof Settings

/** Names of other programs begin with these words as well, so an unknown one says nothing. */
const COMMON_WORDS = ['NODE_', 'DATABASE_', 'DATA_', 'LOG_', 'JOURNAL_', 'BACKUP_']

/** An environment variable beginning with one of these is ours, so a misspelt one is noticed. */
export const SETTING_PREFIXES = [...new Set(Object.keys(settings.shape).flatMap(name => /^[A-Z]+_/.exec(name) ?? []))]
  .filter(prefix => !COMMON_WORDS.includes(prefix))
