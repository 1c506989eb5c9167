import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { serveHandOver } from './hand-over.js'

// Hands over mails with nodemailer's own `send`, which pipelines, in its fastest form: a mail is
// one buffer.

await serveHandOver(async ({ host, port }) => {
  const smtp = new SMTPConnection({ name: 'bench.example', host, port, ignoreTLS: true })
  await new Promise<void>((resolve, reject) => {
    smtp.once('error', reject)
    smtp.connect(error => error ? reject(error) : resolve())
  })
  return async ({ from, to }, { pieces, size }) => await new Promise<void>((resolve, reject) => {
    smtp.send({ from, to: [to], size }, Buffer.concat(pieces, size), error => error ? reject(error) : resolve())
  })
})
