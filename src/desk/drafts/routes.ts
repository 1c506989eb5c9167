import type { FastifyInstance } from 'fastify'
import { approvalRoutes } from '../approval/approval-routes.js'
import { emergencyRoutes } from '../approval/emergency-routes.js'
import { decisionRoutes } from '../approval/decision-routes.js'
import { createDraftPreview } from '../../issue/draft/preview-draft.js'
import type { DeskDeps } from '../deps.js'
import { controlRoutes } from '../sending/control-routes.js'
import { compareRoutes } from '../sending/compare-routes.js'
import { issueRoutes } from '../sending/issue-routes.js'
import { watchRoutes } from '../sending/watch-routes.js'
import { blockRoutes } from './block-routes.js'
import { browserCheckRoutes } from './browser-check-routes.js'
import { commentRoutes } from './comment-routes.js'
import { conflictRoutes } from './conflict-routes.js'
import { editorRoutes } from './editor-routes.js'
import { linkRoutes } from './link-routes.js'
import { listRoutes } from './list-routes.js'
import { mailBesideRoutes } from './mail-beside-routes.js'
import { newRoutes } from './new-routes.js'
import { readFiles } from './read-multipart.js'
import { previewRoutes } from './preview-routes.js'
import { saveBlockRoutes } from './save-block-routes.js'
import { testMailRoutes } from './test-mail-routes.js'
import { versionRoutes } from './version-routes.js'

/** All pages about issues: listed, written, approved, sent and compared. */
export async function draftRoutes (app: FastifyInstance, deps: DeskDeps): Promise<void> {
  // Scripts of the desk send JSON.
  app.addContentTypeParser('application/json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'))
  await readFiles(app)
  const previewDeps = { ...deps, previewDraft: createDraftPreview(deps) }
  await app.register(listRoutes, previewDeps)
  await app.register(newRoutes, deps)
  await app.register(editorRoutes, deps)
  await app.register(blockRoutes, deps)
  await app.register(saveBlockRoutes, deps)
  await app.register(commentRoutes, deps)
  await app.register(versionRoutes, deps)
  await app.register(conflictRoutes, deps)
  await app.register(previewRoutes, previewDeps)
  await app.register(mailBesideRoutes, previewDeps)
  await app.register(browserCheckRoutes, previewDeps)
  await app.register(linkRoutes, deps)
  await app.register(testMailRoutes, deps)
  await app.register(approvalRoutes, previewDeps)
  await app.register(decisionRoutes, previewDeps)
  await app.register(emergencyRoutes, previewDeps)
  await app.register(issueRoutes, previewDeps)
  await app.register(controlRoutes, previewDeps)
  await app.register(watchRoutes, deps)
  await app.register(compareRoutes, deps)
}
