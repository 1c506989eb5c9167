import { once } from 'node:events'
import { existsSync, lstatSync, unlinkSync } from 'node:fs'
import { connect, type Server } from 'node:net'
import { dirname } from 'node:path'
import { codeOf, hasCode, messageOf } from '../../platform/errors.js'
import type { ListenTarget } from './listen-url.js'

/**
 * Has a server listen at a place of MAIL_BOUNCE_LISTEN. A socket that a killed process left behind
 * is replaced. Rejects with one line that names the setting, and the system's error as its cause.
 */
export async function listenAt (server: Server, at: ListenTarget['at']): Promise<void> {
  try {
    await listen(server, at)
  } catch (error) {
    if ('file' in at && hasCode(error, 'EADDRINUSE') && await isLeftBehind(at.file)) {
      unlinkSync(at.file)
      return await listenAt(server, at)
    }
    throw new Error(`MAIL_BOUNCE_LISTEN: ${reason(error, at)}`, { cause: error })
  }
}

async function listen (server: Server, at: ListenTarget['at']): Promise<void> {
  // The folder of the socket says who may use it: a mail server is rarely of our user.
  if ('file' in at) server.listen({ path: at.file, readableAll: true, writableAll: true })
  else server.listen(at.port, at.host)
  await once(server, 'listening')
}

/** A socket that nobody answers at. */
async function isLeftBehind (file: string): Promise<boolean> {
  if (!lstatSync(file).isSocket()) return false
  const socket = connect(file)
  try {
    await once(socket, 'connect')
    return false
  } catch (error) {
    return hasCode(error, 'ECONNREFUSED')
  } finally {
    socket.destroy()
  }
}

function reason (error: unknown, at: ListenTarget['at']): string {
  const place = 'file' in at ? at.file : `port ${at.port} of ${at.host}`
  // Of a socket whose folder is missing, the system says that it may not be used.
  if ('file' in at && !existsSync(dirname(at.file))) return `the folder of ${place} is missing`
  if (hasCode(error, 'EADDRINUSE')) return `${place} is taken by another program (EADDRINUSE)`
  if (hasCode(error, 'EACCES')) return `${place} may not be used by this user (EACCES)`
  if (hasCode(error, 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN')) {
    return `${place} is not at an address of this machine (${codeOf(error)})`
  }
  return messageOf(error)
}
