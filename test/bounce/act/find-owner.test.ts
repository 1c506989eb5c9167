import { randomUUID } from 'node:crypto'
import t from 'tap'
import { findOwner } from '../../../src/bounce/act/find-owner.js'
import { verpSender } from '../../../src/delivery/verp.js'
import { createKeyring, newMasterKey } from '../../../src/platform/crypto/keyring.js'
import { confirmToken, unsubscribeToken, unsubscribeUrl } from '../../../src/subscription/links.js'
import { bounce, failed, mail, read, RETURNED, statusReport, TAGGED } from '../read/mails.js'

const keys = createKeyring([newMasterKey()])
const copy = { id: randomUUID(), issue: 7 }
const tagged = verpSender(keys, 'bounces.hessen.example', copy)
const link = unsubscribeUrl('https://brief.hessen.example', unsubscribeToken(keys, copy))

t.test('the tag in the envelope tells whose mail it was, in whatever case it comes back', async t => {
  const report = await read(bounce('User unknown'))
  t.same(findOwner(keys, report, [tagged]), { ...copy, by: 'tag' })
  t.same(findOwner(keys, report, [tagged.toUpperCase()]), { ...copy, by: 'tag' })
  t.equal(findOwner(keys, report, []), null)
})

t.test('the tag in a header field or in the returned message does so, too', async t => {
  t.same(findOwner(keys, await read(bounce('x', [`X-Original-To: ${tagged}`])), []), { ...copy, by: 'tag' })
  const returned = RETURNED.replaceAll(TAGGED, tagged)
  const report = await read(statusReport({ recipients: [failed('5.1.1')], returned }))
  t.same(findOwner(keys, report, []), { ...copy, by: 'tag' })
})

t.test('where no tag is left, the token of a returned link tells it, folded or encoded as it may be', async t => {
  const text = (url: string): string => `From: brief@hessen.example\r\nTo: a@b.example\r\nSubject: x\r\n${url}`
  const broken = link.slice(0, 60) + '=\r\n' + link.slice(60)
  for (const returned of [
    text(`List-Unsubscribe: <${link}>\r\n\r\nx`), text(`List-Unsubscribe:\r\n <${link}>\r\n\r\nx`),
    text(`\r\nAbmelden: ${link}`), text(`\r\nAbmelden: ${broken}`)
  ]) {
    const report = await read(statusReport({ recipients: [failed('5.1.1')], returned }))
    t.same(findOwner(keys, report, []), { ...copy, by: 'token' }, returned)
  }
})

t.test('the subject of an unsubscribe mail is a token', async t => {
  const report = await read(mail(['From: a@b.example', `Subject: ${unsubscribeToken(keys, copy)}`], ''))
  t.equal(report.kind, 'unsubscribe')
  t.same(findOwner(keys, report, ['abmelden@bounces.hessen.example']), { ...copy, by: 'subject' })
})

t.test('a forged tag, one of another key and a token of another kind tell nothing', async t => {
  const report = await read(bounce('User unknown'))
  const other = createKeyring([newMasterKey()])
  const last = tagged.indexOf('@') - 1
  const flipped = tagged.slice(0, last) + (tagged[last] === 'a' ? 'b' : 'a') + tagged.slice(last + 1)
  const confirm = confirmToken(keys, { id: copy.id, expiresAt: new Date() })
  const foreign = verpSender(other, 'x.example', copy)
  for (const address of [flipped, foreign, tagged.replace('b-', 'c-'), `x${tagged}`, 'b-@x', '']) {
    t.equal(findOwner(keys, report, [address]), null, address)
  }
  t.equal(findOwner(keys, await read(mail(['From: a@b.example', `Subject: ${confirm}`], '')), []), null)
})

t.test('an address, a Message-ID and a recipient prove nothing', async t => {
  t.equal(findOwner(keys, await read(statusReport({ recipients: [failed('5.1.1')] })), ['brief@hessen.example']), null)
})

t.test('what an old key signed is still ours', async t => {
  const [old, next] = [newMasterKey(), newMasterKey([newMasterKey()])]
  const address = verpSender(createKeyring([old]), 'x.example', copy)
  t.same(findOwner(createKeyring([next, old]), await read(bounce('x')), [address]), { ...copy, by: 'tag' })
})
