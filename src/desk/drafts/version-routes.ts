import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { editorNames } from '../../editor/account/names.js'
import { compareSnapshots } from '../../issue/draft/compare.js'
import { nameVersion, readVersion, versionsOf, type VersionLine } from '../../issue/draft/name-version.js'
import { otherTexts } from '../../issue/draft/other-text.js'
import { titleOf, type Draft } from '../../issue/draft/read-draft.js'
import { restoreVersion } from '../../issue/draft/restore-version.js'
import { Problem } from '../../platform/http/problem.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { blockName } from './block-name.js'
import { actingOf, draftParams, foundDraft, noDraft, READS, WRITES } from './deps.js'
import { differenceViews } from './difference-views.js'
import type { VersionView } from './pages.js'
import { dayAndTime } from './times.js'

const nameForm = z.object({ name: z.string().default('') })
const versionParams = z.object({ draft: z.uuid(), number: z.coerce.number().pipe(z.int32()) })
const compareQuery = z.object({ mit: z.coerce.number().pipe(z.int32()).optional() })

/** `/redaktion/entwuerfe/:draft/fassungen`: how a draft was, what changed, and back to it. */
export async function versionRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const { base } = deps
  const ofDraft = { schema: { params: draftParams } }

  app.get('/entwuerfe/:draft/fassungen', { config: READS, ...ofDraft }, async (request, reply) =>
    await showVersions(deps, reply, request.params.draft))

  app.post('/entwuerfe/:draft/fassungen', { config: WRITES, schema: { params: draftParams, body: nameForm } },
    async (request, reply) => {
      const { params: { draft }, body: { name } } = request
      if (name.trim() === '') return await showVersions(deps, reply, draft, de.drafts.errors.emptyName)
      if (await nameVersion(actingOf(deps, request), { draft, name }) === null) throw noDraft()
      return await reply.redirect(`${base}/redaktion/entwuerfe/${draft}/fassungen`, 303)
    })

  app.get('/entwuerfe/:draft/fassungen/:number', {
    config: READS, schema: { params: versionParams, querystring: compareQuery }
  }, async (request, reply) => {
    const { params: { draft: id, number }, query: { mit } } = request
    const draft = await foundDraft(deps, id)
    const version = await readVersion(deps, { draft: id, number })
    const other = mit === undefined ? null : await readVersion(deps, { draft: id, number: mit })
    if (version === null || (mit !== undefined && other === null)) throw noVersion()
    const [view, otherView] = await versionViews(deps, other === null ? [version] : [version, other])
    if (view === undefined) throw noVersion()
    const differences = compareSnapshots(version.snapshot, other?.snapshot ?? draft)
    return await reply.page('desk/version', {
      draft: id,
      title: titleOf(draft) || de.drafts.untitled,
      version: view,
      other: otherView ?? null,
      differences: differenceViews(differences)
    })
  })

  app.post('/entwuerfe/:draft/fassungen/:number/wiederherstellen', {
    config: WRITES, schema: { params: versionParams }
  }, async (request, reply) => {
    if (await restoreVersion(actingOf(deps, request), request.params) === null) throw noVersion()
    return await reply.redirect(`${base}/redaktion/entwuerfe/${request.params.draft}?getan=restored#meldung`, 303)
  })
}

async function showVersions (
  deps: DeskDeps, reply: FastifyReply, id: string, error: string | null = null
): Promise<FastifyReply> {
  const draft = await foundDraft(deps, id)
  const kept = await otherTexts(deps, id)
  const names = await editorNames({ db: deps.pool }, kept.map(({ by }) => by))
  return await reply.page('desk/versions', {
    draft: id,
    title: titleOf(draft) || de.drafts.untitled,
    versions: await versionViews(deps, await versionsOf(deps, id)),
    others: kept.map(({ id: other, block, at, by }) => ({
      id: other, what: whatOf(draft, block), at: dayAndTime(at), by: names.get(by ?? '') ?? de.drafts.somebody
    })),
    error
  }, error === null ? 200 : 422)
}

function whatOf ({ blocks }: Draft, id: string | null): string {
  if (id === null) return de.drafts.head
  const block = blocks.find(block => block.id === id)
  return block === undefined ? de.drafts.removedBlock : blockName(block)
}

async function versionViews ({ pool }: Pick<DeskDeps, 'pool'>, lines: readonly VersionLine[]): Promise<VersionView[]> {
  const names = await editorNames({ db: pool }, lines.map(({ madeBy }) => madeBy))
  return lines.map(({ number, reason, name, madeAt, madeBy }) => ({
    number,
    what: name === null ? de.drafts.versionReasons[reason] : `„${name}“`,
    at: dayAndTime(madeAt),
    by: names.get(madeBy ?? '') ?? de.drafts.somebody
  }))
}

function noVersion (): Problem {
  return new Problem('no-version', 404, de.drafts.errors.noVersion)
}
