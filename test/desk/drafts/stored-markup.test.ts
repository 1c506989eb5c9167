import { parseDocument } from 'htmlparser2'
import t from 'tap'
import type { FormField } from '../../../src/issue/blocks/form.js'
import { BLOCK_KINDS } from '../../../src/issue/blocks/registry.js'
import { HEAD_FORM } from '../../../src/issue/draft/head.js'
import { signedIn } from '../../support/desk.js'
import { atDesk, writing } from './writing.js'

/** It leaves a text, an attribute in either quotation mark, a comment and a script. */
const PROBE = '--></title></textarea></script>"\'><i data-probe>x</i>' +
  '<a b="\'" c=\'"\' onfocus=d {{e}} [f](javascript:g) h'

/** What fits into a name. */
const SHORT = '"\'></title><i data-probe onfocus=d>'

type Parsed = ReturnType<typeof parseDocument>['children'][number]

/** What of the probe has become elements or attributes. */
function grown (html: string): string[] {
  const walk = (node: Parsed): string[] => {
    const own = 'attribs' in node ? Object.entries(node.attribs) : []
    const named = own.filter(([name]) => /^(?:data-probe|onfocus|b|c|\{\{e\}\})$/.test(name)).map(([name]) => name)
    const reached = own.filter(([, value]) => /^\s*javascript:/i.test(value)).map(([name]) => `${name}=javascript`)
    const framed = own.filter(([name]) => name === 'srcdoc').flatMap(([, value]) => grown(value))
    const inner = 'children' in node ? node.children.flatMap(walk) : []
    return [...named, ...reached, ...framed, ...inner]
  }
  return parseDocument(html).children.flatMap(walk)
}

/** Every field of a form with the probe in it. */
function filledWith (form: readonly FormField[], text = PROBE): Record<string, unknown> {
  return Object.fromEntries(form.map(field => {
    if (!('fields' in field)) return [field.key, text]
    const inner = filledWith(field.fields, text)
    return [field.key, field.input === 'list' ? [inner, inner] : inner]
  }))
}

t.test('no text that somebody stores becomes markup, on whatever page it stands', async t => {
  const service = await writing(t, 0)
  const { path, blocks, pool } = service
  const kim = await atDesk(service, { name: SHORT, roles: ['write', 'approve', 'administer'] })
  for (const [index, { type }] of BLOCK_KINDS.entries()) {
    await kim.post(`${path}/bloecke`, { kind: type, after: String(index) })
  }
  // All that is written from here on differs from it.
  await kim.post(`${path}/fassungen`, { name: SHORT })
  for (const id of await blocks()) {
    const { rows: [block] } = await pool.query<{ kind: string, version: number }>(
      'select kind, version from draft_block where id = $1', [id])
    const form = BLOCK_KINDS.find(({ type }) => type === block?.kind)?.form ?? []
    const send = async (text: string) =>
      await kim.send(`${path}/bloecke/${id}`, { base: block?.version, fields: filledWith(form, text) })
    t.equal((await send(PROBE)).statusCode, 200, block?.kind ?? id)
    // What somebody wrote at the same time is kept beside it.
    if (form.length > 0) t.equal((await send(`${PROBE} anders`)).statusCode, 409, block?.kind ?? id)
    await kim.post(`${path}/kommentare`, { text: PROBE, block: id })
    await kim.send(`${path}/anwesenheit`, { block: id })
  }
  const { rows: [head] } = await pool.query<{ version: number }>('select version from draft')
  t.equal((await kim.send(`${path}/kopf`, { base: head?.version, fields: filledWith(HEAD_FORM) })).statusCode, 200)
  const browser = await signedIn(service, { roles: ['administer'], name: `${SHORT} zwei` })
  const invited = await browser.post('/redaktion/konten/einladen', {
    address: '"<i data-probe>"@amt.example', rechte: ['write']
  })
  t.equal(invited.statusCode, 303)

  const { rows: kept } = await pool.query<{ id: string }>('select id from other_text')
  const ofDraft = [
    '', '/freigabe', '/notfall', '/vorschau', '/vorschau?ansicht=text', '/vorschau?ansicht=aloud', '/vorschau/mail',
    '/fassungen', '/fassungen/1', ...kept.map(({ id }) => `/andere/${id}`)
  ]
  const others = [
    '', '/einstellungen', '/entwuerfe/neu', '/entwuerfe/geloescht', '/konto', '/konten', '/protokoll', '/hilfe'
  ]
  const pages = [...ofDraft.map(rest => path + rest), ...others.map(rest => `/redaktion${rest}`)]
  let shown = 0
  for (const page of pages) {
    const { payload, statusCode, headers } = await kim.get(page)
    t.equal(statusCode, 200, page)
    t.match(headers['content-type'], 'text/html', page)
    t.same(grown(payload), [], page)
    if (payload.includes('data-probe')) shown++
  }
  t.ok(kept.length >= BLOCK_KINDS.length - 1, 'texts of others are shown as well')
  t.ok(shown > 15, `${shown} of ${pages.length} pages show it`)
})
