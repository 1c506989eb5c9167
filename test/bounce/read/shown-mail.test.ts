import t from 'tap'
import { readShownMail } from '../../../src/bounce/read/shown-mail.js'
import { mail } from './mails.js'

t.test('what a stranger wrote shows no other address and no other order of words than it has', async t => {
  const turned = '\u202eelpmaxe.tma@ave\u202c'
  const fields = [
    `From: eva\u200e@amt.example ${turned}`, `Subject: Frage\u0007 ${turned}`, 'Content-Type: text/plain; charset=utf-8'
  ]
  const shown = await readShownMail(Buffer.from(mail(fields, `Bitte\u0000 löschen: ${turned}`)))
  t.match(shown, {
    from: 'eva@amt.example elpmaxe.tma@ave',
    subject: 'Frage elpmaxe.tma@ave',
    text: 'Bitte löschen: elpmaxe.tma@ave'
  })
})

t.test('a long text is cut, and says so', async t => {
  const shown = await readShownMail(Buffer.from(mail(['Subject: Frage'], 'Ein langer Brief. '.repeat(3_000))))
  t.ok(shown.isCut)
  t.ok(shown.text.length <= 20_000 && shown.text.startsWith('Ein langer Brief.'), String(shown.text.length))
})

t.end()
