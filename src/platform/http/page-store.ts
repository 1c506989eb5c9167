import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../clock.js'
import { sendStoredPage, type StoredPage } from './stored-page.js'

export interface PageStoreDeps<T> {
  clock: Clock
  /** Looks up what the page of a key is made from; null if there is none. */
  load: (key: string) => Promise<T | null>
  render: (source: T) => Promise<StoredPage>
  /** What pages are made of besides their source; another one whenever it has changed. */
  version?: () => string | Promise<string>
}

export interface PageStoreLimits {
  /**
   * How long a page is sent without another look. So much later it may still be seen after it was
   * withdrawn.
   */
  freshMs: number
  /** How long a key without a page is answered without another look. */
  absentMs: number
  /** How many pages are kept: those asked for last. */
  pages: number
  /** How many keys without a page are remembered. */
  absent: number
}

const LIMITS: PageStoreLimits = { freshMs: 10_000, absentMs: 1_000, pages: 100, absent: 1_000 }

interface Kept { page: StoredPage, source: string, checkedAt: number }

/** The page of a key, or null. A page in memory is returned at once, without a promise. */
export type PageStore = (key: string) => StoredPage | null | Promise<StoredPage | null>

/**
 * Keeps pages that are the same for everyone in memory. However many ask, a key is looked up once
 * at a time and no more often than the limits say; a page is rendered again only if its source has
 * changed. If a look fails, the page in memory is still sent; without one, the failure is thrown.
 */
export function createPageStore<T> (deps: PageStoreDeps<T>, limits = LIMITS): PageStore {
  const { clock, load, render, version = () => '' } = deps
  const pages = new Map<string, Kept>()
  const absent = new Map<string, number>()
  const underWay = new Map<string, Promise<StoredPage | null>>()

  return key => {
    const now = clock.now().getTime()
    const kept = pages.get(key)
    if (kept !== undefined && Math.abs(now - kept.checkedAt) < limits.freshMs) {
      putLast(pages, key, kept, limits.pages)
      return kept.page
    }
    if (Math.abs(now - (absent.get(key) ?? -Infinity)) < limits.absentMs) return null
    let look = underWay.get(key)
    if (look === undefined) {
      look = lookUp(key, now).finally(() => underWay.delete(key))
      underWay.set(key, look)
    }
    return look
  }

  async function lookUp (key: string, now: number): Promise<StoredPage | null> {
    try {
      const source = await load(key)
      if (source === null) {
        pages.delete(key)
        putLast(absent, key, now, limits.absent)
        return null
      }
      absent.delete(key)
      return await keep(key, source, now)
    } catch (error) {
      const kept = pages.get(key)
      if (kept === undefined) throw error
      kept.checkedAt = now
      return kept.page
    }
  }

  async function keep (key: string, source: T, now: number): Promise<StoredPage> {
    const hash = createHash('sha256').update(JSON.stringify([await version(), source])).digest('base64')
    const before = pages.get(key)
    const page = before?.source === hash ? before.page : await render(source)
    putLast(pages, key, { page, source: hash, checkedAt: now }, limits.pages)
    return page
  }
}

/**
 * Answers with the page of a key, or that there is none. A page in memory is sent at once: a
 * promise would cost a tenth of the answer. A promise resolves with the reply, for which Fastify
 * waits.
 */
export function sendFrom (
  store: PageStore, key: string, request: FastifyRequest, reply: FastifyReply
): void | Promise<FastifyReply> {
  const send = (page: StoredPage | null): void => {
    if (page === null) reply.callNotFound()
    else sendStoredPage(request, reply, page)
  }
  const found = store(key)
  if (found !== null && 'then' in found) {
    return found.then(page => {
      send(page)
      return reply
    })
  }
  send(found)
}

/** Puts an entry at the end, and drops the first if there are too many. */
function putLast<V> (entries: Map<string, V>, key: string, value: V, most: number): void {
  entries.delete(key)
  entries.set(key, value)
  for (const first of entries.keys()) {
    if (entries.size <= most) break
    entries.delete(first)
  }
}
