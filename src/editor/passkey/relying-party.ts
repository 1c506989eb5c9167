/** Who passkeys are made for (Web Authentication, 4). Browsers offer them to nobody else. */
export interface RelyingParty {
  /** The host that editors see. */
  id: string
  /** The origin that editors see. */
  origin: string
  /** What authenticators show. */
  name: string
}

/** As the public URL has it: what a request says of its host is not looked at. */
export function relyingPartyOf (
  { publicUrl, newsletter }: { publicUrl: string, newsletter: string }
): RelyingParty {
  const { hostname, origin } = new URL(publicUrl)
  return { id: hostname, origin, name: newsletter }
}
