import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { runProgram } from '../support/cli.js'
import { verifyDkim } from '../support/dkim.js'

t.test('the demo plays the whole main job and measures what it promises', async t => {
  const { code, stdout } = await runProgram(t, ['demo'], {})
  t.equal(code, 0)
  const lines = stdout.trimEnd().split('\n')
  t.same(JSON.parse(lines.at(-1) as string), {
    signed_up: 200,
    confirmed: 190,
    first_issue: { planned: 190, sent: 190, failed: 0, skipped: 0 },
    unsubscribed: 10,
    second_issue: { planned: 180, sent: 180, failed: 0, skipped: 0 },
    erased: true,
    approved_by_second_person: true,
    refused_self_approval: true,
    archived: 2
  })
  const [folder = ''] = /\/\S+integrationsbrief-mails-\w+/.exec(stdout) ?? []
  for (const name of ['bestaetigung', 'ausgabe-1', 'ausgabe-2']) {
    for (const ending of ['html', 'txt', 'eml']) {
      t.ok(existsSync(join(folder, `${name}.${ending}`)), `${name}.${ending}`)
    }
  }
  t.match(readFileSync(join(folder, 'bericht-1.html'), 'utf8'), '<h2 id="verlauf">Bericht</h2>')
  t.match(readFileSync(join(folder, 'termine.ics'), 'utf8'), 'SUMMARY:Regionalkonferenzen')
  const html = readFileSync(join(folder, 'ausgabe-1.html'))
  t.ok(html.length < 90_000, `the first issue's HTML has ${html.length} bytes`)
  t.not((await verifyDkim(readFileSync(join(folder, 'ausgabe-1.eml')))).result, 'none', 'mails are signed')
})
