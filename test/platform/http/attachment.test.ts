import t from 'tap'
import { attachment } from '../../../src/platform/http/attachment.js'

t.test('a file is kept under its name, by old browsers without its umlauts', t => {
  t.equal(attachment('Förderung „neu“ (2).pdf'),
    'attachment; filename="Forderung neu (2).pdf"; ' +
    'filename*=UTF-8\'\'F%C3%B6rderung%20%E2%80%9Eneu%E2%80%9C%20%282%29.pdf')
  t.equal(attachment('a"b\\c\r\n.pdf').includes('\r'), false)
  t.end()
})
