import { follow, type Failure, type Followed } from '../../platform/http/follow.js'
import { visit, type Visit, type VisitDeps } from '../../platform/http/visit.js'
import { linkProblem } from '../content/link.js'
import { DOCUMENT_KINDS } from '../file/sniff-document.js'

/** What an address says of its file. What it does not say is absent, and `message` tells why. */
export interface ReadDownload {
  /** What readers see ("PDF"). */
  type?: string
  /** Bytes. */
  size?: number
  /** A German sentence; null if nothing is missing. */
  message: string | null
}

export interface ReadDownloadDeps extends VisitDeps {
  /** How long all of it may take, with redirects, in ms. */
  timeout?: number
}

const TIMEOUT = 10_000
/** As much as the field for it takes. */
const LARGEST = 1e10
const BY_HAND = 'Bitte tragen Sie Typ und Größe selbst ein.'
/** The length of what is packed is not the length of the file. */
const PLAIN = { 'accept-encoding': 'identity' }

/**
 * Reads type and size of a file from the web address it lies at. Nothing of the file itself is
 * read. Throws nothing for an address, however it is.
 */
export async function readDownload (deps: ReadDownloadDeps, address: string): Promise<ReadDownload> {
  const problem = linkProblem(address.trim())
  if (problem !== null) return { message: problem }
  const first = new URL(address.trim())
  if (!/^https?:$/.test(first.protocol)) return { message: 'Das ist keine Adresse im Web.' }
  const signal = AbortSignal.timeout(deps.timeout ?? TIMEOUT)
  return describe(await follow(first, async url => await ask(deps, url, signal)))
}

/** Servers that answer HEAD carelessly are asked for the first byte, and tell of how many it is. */
async function ask (deps: VisitDeps, url: URL, signal: AbortSignal): Promise<Visit> {
  const head = await visit(deps, url, { method: 'HEAD', signal, headers: PLAIN })
  if (!head.ok && head.reason !== 'unreachable') return head
  const isRedirect = head.ok && head.status >= 300 && head.status < 400
  if (isRedirect || sizeOf(head) !== null) return head
  const got = await visit(deps, url, { method: 'GET', signal, headers: { ...PLAIN, range: 'bytes=0-0' } })
  return got.ok || !head.ok || head.status >= 400 ? got : head
}

/** How many bytes the file has, as far as an answer says it. */
function sizeOf (visit: Visit): number | null {
  if (!visit.ok || visit.status < 200 || visit.status >= 300) return null
  const { 'content-length': length, 'content-range': range, 'content-encoding': encoding = 'identity' } = visit.headers
  if (encoding !== 'identity') return null
  const [, text = ''] = visit.status === 206
    ? /^bytes \d+-\d+\/(\d{1,15})$/.exec(range ?? '') ?? []
    : /^(\d{1,15})$/.exec(length ?? '') ?? []
  const size = Number(text)
  return size > 0 && size <= LARGEST ? size : null
}

const FAILURES: Readonly<Record<Failure | Exclude<Followed['end'], 'answered' | 'failed'>, string>> = {
  'unknown-name': 'Diesen Namen gibt es im Internet nicht. Prüfen Sie die Adresse.',
  refused: 'Unter dieser Adresse antwortet kein Webserver. Prüfen Sie die Adresse.',
  private: 'Diese Adresse ist nur in einem Hausnetz erreichbar. Leserinnen und Leser kommen nicht an die Datei.',
  certificate: 'Das Zertifikat der Seite ist nicht gültig. Browser warnen davor, die Datei zu laden.',
  timeout: `Die Seite antwortet sehr langsam oder gar nicht. Versuchen Sie es später noch einmal. ${BY_HAND}`,
  unreachable: `Die Seite war nicht zu erreichen. Versuchen Sie es später noch einmal. ${BY_HAND}`,
  'not-web': 'Die Adresse leitet nicht zu einer Datei im Web.',
  unencrypted: 'Die Adresse leitet auf eine unverschlüsselte Seite weiter.',
  endless: 'Die Adresse leitet immer weiter, ohne anzukommen.'
}

const PAGE = 'Unter dieser Adresse steht eine Webseite, keine Datei. Geben Sie die Adresse der Datei selbst an.'

function describe (followed: Followed): ReadDownload {
  if (followed.end === 'failed') return { message: FAILURES[followed.reason] }
  if (followed.end !== 'answered') return { message: FAILURES[followed.end] }
  const { url, answer } = followed
  if (answer.status < 200 || answer.status >= 300) return { message: refusal(answer.status) }
  const [media = ''] = (answer.headers['content-type'] ?? '').toLowerCase().split(';', 1)
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(media.trim())) {
    return { message: PAGE }
  }
  const type = typeName(media.trim(), url)
  const size = sizeOf(answer)
  const missing = [
    ...(type === null ? ['von welchem Typ sie ist'] : []), ...(size === null ? ['wie groß sie ist'] : [])
  ].join(' und ')
  return {
    ...(type === null ? {} : { type }),
    ...(size === null ? {} : { size }),
    message: missing === ''
      ? null
      : `Die Datei ist da, aber der Server sagt nicht, ${missing}. Bitte tragen Sie das selbst ein.`
  }
}

function refusal (status: number): string {
  if (status === 404 || status === 410) return 'Diese Datei gibt es nicht (mehr). Prüfen Sie die Adresse.'
  if (status === 401 || status === 403) {
    return `Die Datei ist nicht öffentlich, oder noch nicht: Der Server gibt sie nicht heraus. ${BY_HAND}`
  }
  return `Der Server meldet einen Fehler (${status}). Versuchen Sie es später noch einmal. ${BY_HAND}`
}

const OTHER_TYPES: Readonly<Record<string, string>> = {
  'application/zip': 'ZIP',
  'application/epub+zip': 'EPUB',
  'application/rtf': 'RTF',
  'application/msword': 'DOC',
  'application/vnd.ms-excel': 'XLS',
  'application/vnd.ms-powerpoint': 'PPT',
  'text/plain': 'TXT',
  'text/csv': 'CSV',
  'text/calendar': 'ICS',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'image/svg+xml': 'SVG',
  'audio/mpeg': 'MP3',
  'video/mp4': 'MP4'
}

/** By the media type; by the ending of the address where that says nothing. */
function typeName (media: string, { pathname }: URL): string | null {
  const known = DOCUMENT_KINDS.get(media)?.name ?? (Object.hasOwn(OTHER_TYPES, media) ? OTHER_TYPES[media] : undefined)
  const [, ending] = /\.([a-z][a-z0-9]{1,4})$/i.exec(pathname) ?? []
  return known ?? ending?.toUpperCase() ?? null
}
