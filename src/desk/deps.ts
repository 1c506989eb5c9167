import type { JoinDeps } from '../editor/invitation/accept-invitation.js'
import type { IdentityProvider } from '../editor/single-sign-on/identity-provider.js'
import type { RelyingParty } from '../editor/passkey/relying-party.js'
import type { EditorTimes } from '../editor/settings.js'
import type { Context } from '../platform/context.js'
import type { Assets } from '../platform/http/assets.js'
import type { View } from '../platform/http/page.js'
import type { VisitDeps } from '../platform/http/visit.js'
import type { Mailbox } from '../platform/mail/mailbox.js'
import type { House } from '../platform/newsletter/house.js'
import type { FillTemplate } from '../platform/templates.js'
import type { ProcessingFacts } from '../privacy/record/facts.js'
import type { WriteJournal } from '../platform/write-journal.js'
import type { DeskCookies } from './cookies.js'

/** What the pages of the desk work with. */
export interface DeskDeps extends Context, EditorTimes, JoinDeps {
  cookies: DeskCookies
  /** The path below which editors find the service. */
  base: string
  publicUrl: string
  fill: FillTemplate
  /** Fills the pages that readers see. */
  siteView: View
  assets: Assets
  /** Who passkeys are made for. */
  party: RelyingParty
  house: House
  /** Where mails come from. */
  from: Mailbox
  /** How addresses that editors type are visited. */
  internet: VisitDeps
  /** How many subscribers have confirmed, as of the last half minute. */
  countReaders: () => Promise<number>
  /** What the settings say about the processing of personal data. */
  facts: ProcessingFacts
  /** Mails that answer sign-ups, over all processes. */
  mailsPerMinute: number
  writeJournal: WriteJournal
  /** The house's provider of identities; null if there is none. */
  provider: IdentityProvider | null
}
