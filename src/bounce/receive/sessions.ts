import { networkPrefix } from '../../platform/http/network-prefix.js'

/** What the listener notes of a session that is open. */
export interface Session {
  readonly network: string
  /** Recipients of the mail under way that were accepted, also twice. */
  accepted: number
  /** Recipients that were refused since the session began. */
  refused: number
  /** A mail was received in full and is being taken in: its answer is owed. */
  working: boolean
}

interface Kept extends Session { deadline: NodeJS.Timeout }

/**
 * The sessions of a listener, by the id that smtp-server gives them. One that has not handed over a
 * mail in full and got its answer within `mailMs` is given to `late`, however busy it looks.
 */
export function openSessions ({ perNetwork, mailMs, late }: {
  perNetwork: number
  mailMs: number
  late: (id: string) => void
}) {
  const sessions = new Map<string, Kept>()

  const deadline = (id: string): NodeJS.Timeout => setTimeout(() => late(id), mailMs).unref()

  return {
    /** Null if the client's network has enough of them. */
    open (id: string, address: string): Session | null {
      const network = networkPrefix(address)
      const others = [...sessions.values()].filter(session => session.network === network)
      if (others.length >= perNetwork) return null
      const session = { network, accepted: 0, refused: 0, working: false, deadline: deadline(id) }
      sessions.set(id, session)
      return session
    },
    get: (id: string): Session | undefined => sessions.get(id),
    /** It has its answer: the time begins again. */
    answered (id: string): void {
      const session = sessions.get(id)
      if (session === undefined) return
      clearTimeout(session.deadline)
      session.working = false
      session.deadline = deadline(id)
    },
    close (id: string): void {
      clearTimeout(sessions.get(id)?.deadline)
      sessions.delete(id)
    }
  }
}

export type Sessions = ReturnType<typeof openSessions>
