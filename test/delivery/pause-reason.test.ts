import t from 'tap'
import { PAUSE_REASONS } from '../../src/delivery/pause-reason.js'

t.test('why a delivery is paused is half a line for operators, and whole sentences for editors', async t => {
  for (const [reason, { operator, editor }] of Object.entries(PAUSE_REASONS)) {
    t.match(operator, /^[a-z][ -~]*[^.]$/, reason)
    t.match(editor, /^(?:[A-ZÄÖÜ][^.]*\. )*[A-ZÄÖÜ][^.]*\.$/, reason)
  }
})
