import PostalMime from 'postal-mime'
import t from 'tap'
import { cachedIssueMails, compileIssue, type CompileIssueDeps } from '../../src/delivery/compile-issue.js'
import { feedbackId } from '../../src/delivery/feedback-id.js'
import { planIssue } from '../../src/delivery/plan.js'
import { TOKEN_LENGTH } from '../../src/platform/crypto/token.js'
import { stampMail } from '../../src/platform/mail/stamp.js'
import { parts as sample } from '../issue/sample.js'
import { addIssue } from '../support/readers.js'
import { testService } from '../support/service.js'

const parts: CompileIssueDeps = {
  sender: {
    from: { name: 'Amt', address: 'brief@hessen.example', domain: 'hessen.example' },
    replyTo: undefined,
    dkim: [],
    bounceDomain: undefined,
    unsubscribeAddress: undefined
  },
  newsletter: {
    publicUrl: 'https://brief.example',
    publisher: { ...sample.publisher, newsletter: 'Brief für "Arbeit, Integration"' },
    listId: 'integrationsbrief.hessen.example'
  }
}

t.test('Feedback-ID has four fields, the last of 5 to 15 characters and the same for all issues of a list', async t => {
  const lists = [
    'integrationsbrief.hessen.example', 'integrationsbrief.bayern.example', 'brief.hessen.de', 'a.bc',
    `${'x'.repeat(60)}.${'y'.repeat(60)}.example`, 'a-------b.example.org', 'brief.xn--strae-oqa.example'
  ]
  const senders = lists.map(list => {
    const [one, other] = [7, 12_345].map(issue => feedbackId(list, issue).split(':'))
    t.equal(new Set(one).size, 4)
    t.same(one?.slice(1), other?.slice(1))
    t.same(one?.slice(0, 3), ['issue-7', list, 'newsletter'])
    t.match(one?.[3], /^[a-z0-9](?:[a-z0-9-]{3,13})[a-z0-9]$/)
    return one?.[3]
  })
  t.equal(new Set(senders).size, lists.length)
  // What receivers know us by must never change.
  t.same(senders.slice(0, 3), ['integrat-a19c53', 'integrat-bdc434', 'brief-hessen-de'])
})

t.test('where such mails are read, readers can leave by mail as well, with their token as the subject', async t => {
  const sender = { ...parts.sender, unsubscribeAddress: 'abmelden@rueck.hessen.example' }
  const issue = { number: 7, language: 'de', subject: 'x', html: 'x', body: 'x', publishedAt: new Date(0) }
  const token = 'T'.repeat(TOKEN_LENGTH)
  const { pieces } = await stampMail(
    compileIssue({ ...parts, sender }, issue), { to: 'anna@beispiel.example', messageId: 'a@hessen.example', token }, []
  )
  const { headers } = await PostalMime.parse(Buffer.concat(pieces as Buffer[]))
  t.same(headers.filter(({ key }) => key === 'list-unsubscribe').map(({ value }) => value),
    [`<https://brief.example/abmelden/${token}>, <mailto:abmelden@rueck.hessen.example?subject=${token}>`])
})

t.test('the list\'s name is one phrase, whatever it holds', async t => {
  const mail = compileIssue(parts, {
    number: 7,
    language: 'de',
    subject: 'Betreff',
    html: 'x',
    body: 'x',
    publishedAt: new Date(0)
  })
  const { pieces } = await stampMail(
    mail,
    { to: 'anna@beispiel.example', messageId: 'a@hessen.example', token: 'x' },
    []
  )
  const message = Buffer.concat(pieces as Buffer[]).toString()
  // It has the form of an address, so that a parser of addresses can tell what it says.
  const { from } = await PostalMime.parse(
    message.replace(/^From: .*\r\n/m, '').replace('List-Id:', 'From:').replace('<integrationsbrief.', '<list@')
  )
  t.same(from, { name: parts.newsletter.publisher.newsletter, address: 'list@hessen.example' })
})

t.test('an issue that is not published has no mail to compile; one that is, is dated by its publication', async t => {
  const service = await testService(t)
  const number = await addIssue(service)
  const edition = { issue: number, language: 'de' }
  const compiled = cachedIssueMails({ ...parts, house: sample.house, pool: service.pool })
  await t.rejects(compiled(edition), /issue \d+ is not published/)
  await planIssue({ ...service, batchSize: 10 }, number)
  const { header } = await compiled(edition)
  t.match(header.join(''), `Date: ${service.clock.now().toUTCString().replace('GMT', '+0000')}\r\n`)
})
