import { createSemaphore, type Semaphore } from '../../platform/semaphore.js'
import { follow, type Failure, type Followed } from '../../platform/http/follow.js'
import { visit, type Visit, type VisitDeps } from '../../platform/http/visit.js'
import type { BlockKind } from '../blocks/block-kind.js'
import { BLOCK_KINDS } from '../blocks/registry.js'
import { readCheckedIssue } from './checked-issue.js'
import type { Place } from './finding.js'

/**
 * `broken`: it does not work. `caution`: it may not work for everyone, or not at this moment.
 * `danger`: it is not safe. `not-public`: only people who sign in, or who are in a house, see it.
 */
export type LinkCondition = 'fine' | 'broken' | 'caution' | 'danger' | 'not-public'

/** A link of an issue and how it is; a German sentence says why it is not fine. */
export interface LookedUpLink extends Place { href: string, condition: LinkCondition, message: string | null }

interface Judged { condition: LinkCondition, message: string | null }

export interface LookUpDeps extends VisitDeps {
  kinds?: readonly BlockKind[]
  /** How long one link may take with all its redirects, in ms. */
  timeout?: number
  /** Ends the whole run: what has not been looked up by then is told so. */
  signal?: AbortSignal
  /** Shared by runs that must not visit more addresses at once together. */
  semaphore?: Semaphore
}

/** Addresses of one website in one issue; more would be a burden for it. */
const MOST_OF_A_SITE = 30

const TIMEOUT = 10_000
const AT_ONCE = 4
/** Servers that refuse HEAD, or answer it carelessly, are asked again by GET. */
const HEAD_FAILED = 400

/**
 * Looks up every web link of an issue, each address once. It advises only: what it finds never
 * blocks anything, because a server may be away at this moment, or not yet show what the issue
 * tells of. Throws nothing for a link, however it is.
 */
export async function lookUpLinks (deps: LookUpDeps, issue: unknown): Promise<LookedUpLink[]> {
  const { kinds = BLOCK_KINDS, semaphore = createSemaphore(AT_ONCE) } = deps
  const { links } = readCheckedIssue({ kinds, publicUrl: '' }, { issue, rendered: null, sendAt: '' })
  const web = links.filter(({ href }) => URL.canParse(href) && /^https?:\/\//i.test(href))
  const judged = new Map<string, Promise<Judged>>()
  const ofSite = new Map<string, number>()
  return await Promise.all(web.map(async ({ address, href }) => {
    const known = judged.get(href) ?? lookUpInTurn()
    judged.set(href, known)
    return { ...address, href, ...await known }

    async function lookUpInTurn (): Promise<Judged> {
      const { hostname } = new URL(href)
      const before = ofSite.get(hostname) ?? 0
      ofSite.set(hostname, before + 1)
      if (before >= MOST_OF_A_SITE) return TOO_MANY
      const release = await semaphore.acquire()
      try {
        return deps.signal?.aborted === true ? NO_TIME : await lookUp(deps, new URL(href))
      } finally {
        release()
      }
    }
  }))
}

/** Follows a link to its end. Every step is guarded as the first one is. */
async function lookUp (deps: LookUpDeps, first: URL): Promise<Judged> {
  const ends = [AbortSignal.timeout(deps.timeout ?? TIMEOUT), ...deps.signal === undefined ? [] : [deps.signal]]
  const signal = AbortSignal.any(ends)
  const followed = await follow(first, async url => await ask(deps, url, signal))
  if (followed.end === 'failed') return judgeFailure(followed.reason, followed.isRedirected)
  return followed.end === 'answered' ? judgeEnd(followed.answer.status, first, followed.url) : ENDS[followed.end]
}

async function ask (deps: VisitDeps, url: URL, signal: AbortSignal): Promise<Visit> {
  const head = await visit(deps, url, { method: 'HEAD', signal })
  const isAnswer = head.ok ? head.status < HEAD_FAILED : head.reason !== 'unreachable'
  return isAnswer ? head : await visit(deps, url, { method: 'GET', signal })
}

const told = (condition: LinkCondition, message: string): Judged => ({ condition, message })

const NO_TIME = told('caution', 'Für diesen Link hat die Zeit nicht gereicht. Prüfen Sie ihn selbst.')
const TOO_MANY = told('caution',
  `Von einer Website sehen wir höchstens ${MOST_OF_A_SITE} Adressen nach. Prüfen Sie diesen Link selbst.`)

const ENDS: Readonly<Record<Exclude<Followed['end'], 'answered' | 'failed'>, Judged>> = {
  'not-web': told('danger', 'Die Adresse leitet nicht zu einer Webseite.'),
  unencrypted: told('danger', 'Die Adresse leitet auf eine unverschlüsselte Seite weiter.'),
  endless: told('broken', 'Die Adresse leitet immer weiter, ohne anzukommen.')
}

const FAILURES: Readonly<Record<Failure, Judged>> = {
  'unknown-name': told('broken', 'Diesen Namen gibt es im Internet nicht. Prüfen Sie die Adresse.'),
  refused: told('broken', 'Unter dieser Adresse antwortet kein Webserver.'),
  private: told('not-public', 'Diese Adresse ist nur in einem Hausnetz erreichbar.'),
  certificate: told('danger', 'Das Zertifikat der Seite ist nicht gültig. Browser warnen davor.'),
  timeout: told('caution', 'Die Seite antwortet sehr langsam oder gar nicht. Prüfen Sie sie später noch einmal.'),
  unreachable: told('caution', 'Die Seite war nicht zu erreichen. Prüfen Sie sie später noch einmal.')
}

function judgeFailure (reason: Failure, isRedirected: boolean): Judged {
  if (reason === 'private' && isRedirected) return told('danger', 'Die Adresse leitet in ein Hausnetz weiter.')
  return FAILURES[reason]
}

const SIGN_IN = /(?:^|[/._-])(?:log-?in|sign-?in|anmelden|sso|oauth2?|saml2?)(?:[/._?-]|$)/i

function judgeEnd (status: number, first: URL, last: URL): Judged {
  if (status === 404 || status === 410) return told('broken', 'Die Seite gibt es nicht (mehr).')
  const mustSignIn = last.href !== first.href && SIGN_IN.test(last.pathname) && !SIGN_IN.test(first.pathname)
  if (status === 401 || status === 403 || mustSignIn) {
    return told('not-public', 'Die Seite ist nicht öffentlich, oder noch nicht: Sie verlangt eine Anmeldung.')
  }
  if (status >= 500 || status === 429 || status === 408) {
    return told('caution', `Die Seite meldet gerade einen Fehler (${status}). Prüfen Sie sie später noch einmal.`)
  }
  if (status >= 400) return told('broken', `Die Seite lässt sich nicht aufrufen (${status}).`)
  if (status >= 300) return told('broken', 'Die Adresse leitet weiter, aber nirgendwohin.')
  if (last.hostname.replace(/^www\./, '') !== first.hostname.replace(/^www\./, '')) {
    return told('caution', `Die Adresse leitet zu ${last.hostname} weiter. Prüfen Sie, ob das so sein soll.`)
  }
  return { condition: 'fine', message: null }
}
