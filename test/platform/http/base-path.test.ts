import t from 'tap'
import { basePath, withoutBase } from '../../../src/platform/http/base-path.js'

t.test('the base path is the path of the public address, without a slash at its end', async t => {
  const expected = {
    'https://brief.example': '',
    'https://brief.example/': '',
    'https://www.hessen.example/brief': '/brief',
    'https://www.hessen.example/a/brief/': '/a/brief'
  }
  for (const [url, base] of Object.entries(expected)) t.equal(basePath(url), base, url)
})

const cases: Array<[base: string, target: string, path: string]> = [
  ['/brief', '/brief', '/'],
  ['/brief', '/brief/', '/'],
  ['/brief', '/brief?a=/brief/b', '/?a=/brief/b'],
  ['/brief', '/brief/abonnieren?a=b', '/abonnieren?a=b'],
  ['/brief', '/abonnieren', '/abonnieren'],
  ['/brief', '/', '/'],
  ['/brief', '/briefe', '/briefe'],
  ['/brief', '/briefe/abonnieren', '/briefe/abonnieren'],
  ['/brief', '/Brief/abonnieren', '/Brief/abonnieren'],
  ['/brief', '/brief%2Fabonnieren', '/brief%2Fabonnieren'],
  ['/brief', '/%62rief/ausgaben/a%2Fb', '/ausgaben/a%2Fb'],
  ['/brief', '/brief/brief/abonnieren', '/brief/abonnieren'],
  ['/brief', '/%E0%A4%A/abonnieren', '/%E0%A4%A/abonnieren'],
  ['/brief', '/brief/%E0%A4%A', '/%E0%A4%A'],
  ['/brief', 'http://127.0.0.1:8080/brief/abonnieren', '/abonnieren'],
  ['/brief', 'http://127.0.0.1:8080/abonnieren', 'http://127.0.0.1:8080/abonnieren'],
  ['/brief', '*', '*'],
  ['/a/brief', '/a/brief/abonnieren', '/abonnieren'],
  ['/a/brief', '/a/abonnieren', '/a/abonnieren'],
  ['', '/abonnieren?a=b', '/abonnieren?a=b'],
  ['', '*', '*']
]

for (const [base, target, path] of cases) {
  t.test(`below ${base === '' ? 'a host' : base}, ${target} asks for ${path}`, async t => {
    t.equal(withoutBase(base)(target), path)
  })
}
