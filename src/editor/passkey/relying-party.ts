import type { House } from '../../platform/newsletter/house.js'

/** Who passkeys are made for (Web Authentication, 4). Browsers offer them to nobody else. */
export interface RelyingParty {
  /** The host that editors see. */
  id: string
  /** The origin that editors see. */
  origin: string
  /** What authenticators show. */
  name: () => Promise<string>
}

/** As the public URL has it: what a request says of its host is not looked at. */
export function relyingPartyOf (
  { publicUrl, house }: { publicUrl: string, house: House }
): RelyingParty {
  const { hostname, origin } = new URL(publicUrl)
  return { id: hostname, origin, name: async () => (await house.current()).publisher.newsletter }
}
