import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { UploadedFile } from '../../issue/draft/unpack-upload.js'
import { codeOf } from '../../platform/errors.js'
import { Problem } from '../../platform/http/problem.js'
import { de } from '../../texts/de.js'
import { badRequest } from './deps.js'
import { postedFields, type Posted } from './posted-form.js'

/** A little more than a file may have, so that the rule about it can be told with its name. */
const FILE_BYTES = 21_000_000
const ALL_BYTES = 100_000_000
const LIMITS = { fileSize: FILE_BYTES, files: 60, fields: 1_000, fieldSize: 1_000_000, fieldNameSize: 200 }

/** The texts and files of a form that takes files. */
export interface PostedFiles { posted: Posted, files: Array<UploadedFile & { name: string }> }

/** Has a plugin read forms that take files. */
export async function readFiles (app: FastifyInstance): Promise<void> {
  await app.register(multipart, { limits: LIMITS, throwFileSizeLimit: false })
}

/**
 * Reads a form, with files or without. A file field that was left empty is left out. Throws a
 * Problem with status 413 if all files together are too large, and with 400 if a form cannot be
 * read.
 */
export async function readPostedFiles (request: FastifyRequest): Promise<PostedFiles> {
  if (request.isMultipart()) return await readParts(request).catch(refuseBroken)
  const form = postedFields.safeParse(request.body ?? {})
  if (!form.success) throw badRequest()
  return { posted: form.data, files: [] }
}

async function readParts (request: FastifyRequest): Promise<PostedFiles> {
  const posted: Record<string, string> = Object.create(null)
  const files: PostedFiles['files'] = []
  let size = 0
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      posted[part.fieldname] = String(part.value)
      continue
    }
    const bytes = await part.toBuffer()
    size += bytes.length
    if (size > ALL_BYTES) throw new Problem('upload-too-large', 413, de.drafts.errors.uploadTooLarge)
    if (part.filename !== '' && part.filename !== undefined) {
      files.push({ name: part.fieldname ?? '', fileName: part.filename, bytes })
    }
  }
  return { posted, files }
}

/** The parser throws errors without a code for a form that is broken off or cannot be read. */
function refuseBroken (error: unknown): never {
  throw error instanceof Problem || codeOf(error) !== null ? error : badRequest()
}
