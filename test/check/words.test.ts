import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { packagePath } from '../../src/platform/package-path.js'

/**
 * Words that docs/glossary.md or plain English replace, and by what. Only what no other meaning can
 * bring in.
 */
const AVOID: ReadonlyArray<[RegExp, string]> = [
  [/\banew\b/i, 'again'],
  [/\bby (?:itself|themselves)\b/i, 'automatically'],
  [/\bfor ever\b/i, 'forever'],
  [/\bbuilding stones?\b/i, 'building block'],
  [/\bunsaid\b/i, 'without saying so'],
  [/\bwho(?:m|so)?ever\b/i, 'name the actor: the operator, the caller, another mailer'],
  [/(?<!there )\bis no\b(?! longer)/i, 'is not a'],
  [/\bstandards? (?!error|input|output)(?:value|setting|shown)/i, 'default'],
  [/\bpatience\b/i, 'timeout'],
  [/\bmanners\b/i, 'options'],
  [/\bsweep/i, 'recover'],
  [/\bsqueeze/i, 'collapse whitespace'],
  [/\bsteer/i, 'control'],
  [/\bput(?:s|ting)? ?(?:it |them |its batch(?:es)? )?down\b/i, 'release'],
  [/\bcampaigns?\b/i, 'issue or delivery'],
  [/\bthrottl/i, 'rate limiter'],
  [/\bpersonali[sz]/i, 'stamp']
]

/**
 * Applied migrations never change, the queries' types are generated, and the glossary names the
 * words.
 */
const EXEMPT = /^sql\/migrations\/|\.queries\.ts$|^docs\/glossary\.md$/

const AT_THE_TOP = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', '.env.example', 'package.json']

function textFiles (): string[] {
  const below = ['src', 'sql', 'docs'].flatMap(folder =>
    readdirSync(packagePath(folder), { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)))
  return [...AT_THE_TOP, ...below.filter(name => /\.(?:c?ts|sql|md)$/.test(name) && !EXEMPT.test(name))]
}

t.test('no file uses a word that has a better one', async t => {
  const found = textFiles().flatMap(file => {
    const lines = readFileSync(packagePath(file), 'utf8').split('\n')
    return lines.flatMap((text, index) => AVOID.filter(([word]) => word.test(text))
      .map(([, better]) => `${file}:${index + 1}: ${text.trim()} -> ${better}`))
  })
  t.same(found, [])
})
