import { unzipSync } from 'fflate'

/** A kind of file to download: its name for readers, its ending and its media type. */
export interface DocumentKind { name: string, extension: string, type: string }

const OFFICE = 'application/vnd.openxmlformats-officedocument.'
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.'

/** Word, Excel and PowerPoint by the folder of their main part (ISO/IEC 29500-2). */
const OFFICE_FOLDERS: Readonly<Record<string, DocumentKind>> = {
  word: { name: 'DOCX', extension: 'docx', type: `${OFFICE}wordprocessingml.document` },
  xl: { name: 'XLSX', extension: 'xlsx', type: `${OFFICE}spreadsheetml.sheet` },
  ppt: { name: 'PPTX', extension: 'pptx', type: `${OFFICE}presentationml.presentation` }
}

const openDocumentKind = (kind: string, extension: string): DocumentKind =>
  ({ name: extension.toUpperCase(), extension, type: OPEN_DOCUMENT + kind })

const OPEN_DOCUMENTS: Readonly<Record<string, DocumentKind>> = {
  text: openDocumentKind('text', 'odt'),
  spreadsheet: openDocumentKind('spreadsheet', 'ods'),
  presentation: openDocumentKind('presentation', 'odp')
}

const PDF: DocumentKind = { name: 'PDF', extension: 'pdf', type: 'application/pdf' }

/** The kinds that readers can be given, by their media type. */
export const DOCUMENT_KINDS: ReadonlyMap<string, DocumentKind> = new Map(
  [PDF, ...Object.values(OFFICE_FOLDERS), ...Object.values(OPEN_DOCUMENTS)].map(kind => [kind.type, kind]))

/** What a file is by its bytes, never by its name; null for what readers are not given. */
export function sniffDocument (bytes: Buffer): DocumentKind | null {
  if (bytes.toString('latin1', 0, 5) === '%PDF-') return PDF
  if (bytes.readUInt32BE(0) !== 0x504b0304) return null
  return openDocument(bytes) ?? officeDocument(bytes)
}

/** The first entry of an OpenDocument file is its media type, not compressed (ODF 1.3, 2.2.4). */
function openDocument (bytes: Buffer): DocumentKind | null {
  const start = bytes.toString('latin1', 30, 120)
  if (!start.startsWith(`mimetype${OPEN_DOCUMENT}`)) return null
  // What follows is the head of the next entry.
  const [, kind = ''] = /^([a-z]+)PK/.exec(start.slice(`mimetype${OPEN_DOCUMENT}`.length)) ?? []
  return Object.hasOwn(OPEN_DOCUMENTS, kind) ? OPEN_DOCUMENTS[kind] ?? null : null
}

function officeDocument (bytes: Buffer): DocumentKind | null {
  const names: string[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name)
        return false
      }
    })
  } catch {
    return null
  }
  // Macros are programs, and readers are not given programs.
  if (!names.includes('[Content_Types].xml') || names.some(name => /vbaProject\.bin$/i.test(name))) return null
  const folder = Object.keys(OFFICE_FOLDERS).find(name => names.some(entry => entry.startsWith(`${name}/`)))
  return folder === undefined ? null : OFFICE_FOLDERS[folder] ?? null
}
