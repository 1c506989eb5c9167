import t from 'tap'
import { describeResumed } from '../../src/cli/describe-resumed.js'

t.test('a resumed issue says in two lines which share was accepted, and when it will pause again', async t => {
  const cases = [
    [
      'bounce-rate',
      0.02,
      0,
      [
        'That 2.0 % of the mailboxes do not exist is accepted.',
        'more than 5.0 % of at least 500 mailboxes',
        '20 in a row or 5.0 %'
      ]
    ],
    [
      'policy',
      0,
      0.06,
      ['That 6.0 % of the mailboxes refuse us is accepted.', 'more than 1.0 %', '20 in a row or 12.0 %']
    ],
    ['policy', 0, 0, ['Resumed. Only what comes from now on counts', '20 in a row or 5.0 %']],
    ['manual', 0.02, 0.06, ['Resumed. Only what comes from now on counts', 'more than 5.0 %', '20 in a row or 12.0 %']]
  ] as const
  for (const [reason, hard, refused, words] of cases) {
    const text = describeResumed({ reason, accepted: { hard, refused } })
    for (const word of words) t.match(text, word)
    t.equal(text.split('\n').length, 2)
  }
})
