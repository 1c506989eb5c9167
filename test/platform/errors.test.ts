import { readFile } from 'node:fs/promises'
import t from 'tap'
import { codeOf, hasCode, messageOf } from '../../src/platform/errors.js'

t.test('whatever was thrown has a message, and one of several errors is named once', async t => {
  t.equal(messageOf(new Error('so')), 'so')
  t.equal(messageOf('so'), 'so')
  t.equal(messageOf(Object.assign(new Error(''), { code: 'ECONNREFUSED' })), 'ECONNREFUSED')
  const errors = [new Error('::1 refuses'), new Error('127.0.0.1 refuses'), new Error('::1 refuses')]
  t.equal(messageOf(new AggregateError(errors)), '::1 refuses; 127.0.0.1 refuses')
})

t.test('the code of a system error is known, and that of anything else is null', async t => {
  const error = await readFile('/nowhere').catch((error: unknown) => error)
  t.equal(codeOf(error), 'ENOENT')
  t.ok(hasCode(error, 'EACCES', 'ENOENT'))
  t.notOk(hasCode(error, 'EACCES'))
  for (const other of [new Error('x'), 'ENOENT', null, { code: 'ENOENT' }]) t.equal(codeOf(other), null)
})
