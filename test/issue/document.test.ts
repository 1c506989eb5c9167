import t from 'tap'
import { uploadDocument } from '../../src/issue/draft/upload-document.js'
import { testService } from '../support/service.js'

t.test('a file that was uploaded is kept by browsers, never shown by them', async t => {
  const { app, pool, clock } = await testService(t)
  const bytes = Buffer.from('%PDF-1.7\n%%EOF')
  const stored = await uploadDocument({ pool, clock, publicUrl: '' }, { bytes, fileName: 'Brücke.pdf' })
  const answer = await app.inject(stored.result === 'stored' ? stored.url : '')
  t.equal(answer.statusCode, 200)
  t.same(answer.rawPayload, bytes)
  t.match(answer.headers, {
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="Brucke.pdf"; filename*=UTF-8\'\'Br%C3%BCcke.pdf',
    'x-content-type-options': 'nosniff'
  })
  t.equal((await app.inject(`/dateien/${'0'.repeat(64)}.pdf`)).statusCode, 404)
  t.equal((await app.inject('/dateien/..%2f..%2fetc')).statusCode, 404)
})
