import type { FastifyRequest } from 'fastify'
import { uploadPicture } from '../../issue/draft/upload-picture.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { actingOf } from '../drafts/deps.js'
import { readPostedFiles } from '../drafts/read-multipart.js'
import { pictureText, type Texts } from './house-groups.js'

/** What a form about the logo asks for. `fault`: why its picture cannot be used; null if it can. */
export interface PostedLogo { version: string, typed: Texts, fault: string | null }

/**
 * Reads the form about the logo, and stores a picture that it brings: judged by its content and
 * encoded again. Without one, the picture stays that holds `now`.
 */
export async function readLogo (deps: DeskDeps, request: FastifyRequest, now: Texts): Promise<PostedLogo> {
  const { posted, files: [file] } = await readPostedFiles(request)
  const read = (name: string): string => String(posted[name] ?? '').trim()
  const version = read('version')
  if (posted['entfernen'] !== undefined) return { version, typed: { picture: '', alt: '' }, fault: null }
  const kept = { picture: now['picture'] ?? '', alt: read('alt') }
  if (file === undefined) {
    return { version, typed: kept, fault: kept.picture === '' ? de.settings.faults.noPicture : null }
  }
  const uploaded = await uploadPicture(actingOf(deps, request), file)
  if (uploaded.result === 'refused') return { version, typed: kept, fault: uploaded.message }
  return { version, typed: { ...kept, picture: pictureText(uploaded) }, fault: null }
}
