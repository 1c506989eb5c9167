import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export interface RawAnswer { status: number, headers: Readonly<Record<string, string>>, body: string }

/**
 * Writes bytes to a server as they are, and returns all its answers when it has closed the
 * connection.
 */
export async function rawExchange (port: number, text: string): Promise<RawAnswer[]> {
  const socket = connect(port, '127.0.0.1')
  const answers = readAnswers(socket)
  socket.write(text, 'latin1')
  return await answers
}

/** Everything that a server says until it closes, cut into answers. */
export async function readAnswers (socket: Socket): Promise<RawAnswer[]> {
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(socket, 'end')
  socket.destroy()
  return cut(Buffer.concat(chunks))
}

function cut (bytes: Buffer): RawAnswer[] {
  if (bytes.length === 0) return []
  const end = bytes.indexOf('\r\n\r\n')
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const headers = Object.fromEntries(lines.map(line => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  }))
  const [, status] = /^HTTP\/1\.1 (\d{3}) /.exec(first) ?? []
  if (status === undefined) throw new Error(`not the beginning of an answer: ${first}`)
  if (status === '100') return cut(bytes.subarray(end + 4))
  const bodyEnd = end + 4 + Number(headers['content-length'] ?? 0)
  const body = bytes.subarray(end + 4, bodyEnd).toString()
  return [{ status: Number(status), headers, body }, ...cut(bytes.subarray(bodyEnd))]
}
