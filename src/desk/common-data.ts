import type { FastifyRequest } from 'fastify'
import type { FourEyes } from '../issue/approval/four-eyes.js'
import type { Role } from '../editor/account/role.js'

/** The parts of the desk that its head leads to. */
export type Section =
  'issues' | 'subscribers' | 'returned' | 'accounts' | 'audit' | 'privacy' | 'settings' | 'account' | 'help'

declare module 'fastify' {
  interface FastifyContextConfig { section?: Section }
  /** Whether an approval takes a second person; known for pages, not for answers to scripts. */
  interface FastifyRequest { fourEyes?: FourEyes }
}

/** What all pages of the desk know: who is signed in, and in which part of the desk they are. */
export interface DeskData extends Record<string, unknown> {
  editor: {
    name: string
    textMode: boolean
    writes: boolean
    approves: boolean
    administers: boolean
    exports: boolean
  } | null
  section: Section | null
  /** Whether nobody is refused who approves their own work: every page says so. */
  fourEyesOff: boolean
}

export function deskData (request: FastifyRequest | null): DeskData {
  // The failure may have come before the hook that finds the session.
  const session = request?.session ?? null
  const may = (role: Role): boolean => session?.editor.roles.includes(role) ?? false
  return {
    editor: session?.stage === 'full'
      ? {
          name: session.editor.name,
          textMode: session.editor.textMode,
          writes: may('write'),
          approves: may('approve'),
          administers: may('administer'),
          exports: may('export')
        }
      : null,
    section: request?.routeOptions?.config?.section ?? null,
    fourEyesOff: request?.fourEyes === 'off'
  }
}
