import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { classUnread, HAND_CLASSES, openUnread, type HandClass, type OpenedMail } from '../../bounce/act/unread.js'
import { readShownMail } from '../../bounce/read/shown-mail.js'
import { Problem } from '../../platform/http/problem.js'
import { markControls } from '../../platform/mail/address.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { withDone } from '../done.js'
import { actingOf } from '../drafts/deps.js'
import { dayAndTime } from '../drafts/times.js'
import type { WaitingMail } from './pages.js'

const texts = de.returned

export const PAGE = '/redaktion/rueckmeldungen'
export const ADMINISTERS = { access: 'administer', section: 'returned' } as const
/** What reads a mail or erases addresses takes all factors lately. */
export const PROVED = { ...ADMINISTERS, proved: true, form: PAGE } as const

const params = z.object({ id: z.uuid() })
const classForm = z.object({ art: z.enum(HAND_CLASSES).optional().catch(undefined) })

/** `/redaktion/rueckmeldungen/mails/:id`: a mail that nobody understood, and what it is. */
export async function unreadRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const { base } = deps

  app.get('/rueckmeldungen/mails/:id', { config: PROVED, schema: { params } }, async (request, reply) =>
    await showMail(deps, request, reply, { error: null, chosen: undefined }))

  app.post('/rueckmeldungen/mails/:id', { config: PROVED, schema: { params, body: classForm } },
    async (request, reply) => {
      const { params: { id }, body: { art: as } } = request
      if (as === undefined) return await showMail(deps, request, reply, { error: texts.faults.missing, chosen: as })
      const classed = await classUnread({ ...deps, ...actingOf(deps, request) }, { id, as })
      if (classed === 'gone') throw new Problem('mail-classed', 409, texts.classedMeanwhile)
      if (classed === 'nobody') return await showMail(deps, request, reply, { error: texts.faults.nobody, chosen: as })
      const done = classed === 'done' ? 'mail-eingeordnet' : 'mail-ohne-adresse'
      return await reply.redirect(`${base}${withDone(PAGE, done)}`, 303)
    })
}

type MailRequest = FastifyRequest<{ Params: z.infer<typeof params> }>

async function showMail (
  deps: DeskDeps,
  request: MailRequest,
  reply: FastifyReply,
  { error, chosen }: { error: string | null, chosen: HandClass | undefined }
): Promise<FastifyReply> {
  const opened = await openUnread({ ...deps, ...actingOf(deps, request) }, request.params.id)
  if (opened === null) throw new Problem('no-mail', 404, texts.noMail)
  const { date, ...shown } = await readShownMail(opened.raw)
  return await reply.page('desk/returned-mail', {
    ...showWaiting(opened),
    ...shown,
    date: describeDate(date),
    known: describeKnown(opened),
    classes: classesOf(opened).map(value => ({ value, ...texts.classes[value], isChosen: value === chosen })),
    error
  }, error === null ? 200 : 422)
}

/** A line about a mail that waits: what it is, when it came and how long it is. */
export function showWaiting (
  { id, kind, size, receivedAt }: Pick<OpenedMail, 'id' | 'kind' | 'size' | 'receivedAt'>
): WaitingMail {
  return {
    id,
    what: texts.unreadKinds[kind],
    at: dayAndTime(receivedAt),
    size: texts.kilobytes(Math.max(1, Math.round(size / 1_024)).toLocaleString(de.locale))
  }
}

/** By a clock in Hesse; as the mail writes it if that is not a date. */
function describeDate (date: string): string {
  const read = new Date(date)
  return Number.isNaN(read.getTime()) ? date : dayAndTime(read)
}

function describeKnown ({ owner, isStored, report: { from } }: OpenedMail): string {
  const { proven, stored, 'not-stored': notStored, unreadable } = texts.known
  if (owner !== null) return proven
  if (isStored === null || from === null) return unreadable
  return (isStored ? stored : notStored)(markControls(from))
}

/** Only what can be done: without proof, nobody is erased for what others say of them. */
function classesOf ({ owner, isStored }: OpenedMail): readonly HandClass[] {
  if (owner !== null) return HAND_CLASSES
  return HAND_CLASSES.filter(each => each === 'ignored' || (each === 'unsubscribe' && isStored !== null))
}
