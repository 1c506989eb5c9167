import t from 'tap'
import { createTemplates } from '../../src/platform/templates.js'
import { de } from '../../src/texts/de.js'

t.test('a part that is remembered shows what it is given, escaped, whatever it showed before', async t => {
  const folder = t.testdir({
    'page.liquid': '{% for line in lines %}{{ "line.liquid" | remember: line: line, base: base | raw }}{% endfor %}',
    'line.liquid': '<li>{{ base }}{{ line.text }}</li>'
  })
  const fill = createTemplates(de, [folder])
  const show = async (base: string, ...texts: string[]): Promise<string> =>
    await fill('page.liquid', { base, lines: texts.map(text => ({ text })) })
  t.equal(await show('', '<b>', 'a', 'a'), '<li>&lt;b&gt;</li><li>a</li><li>a</li>')
  t.equal(await show('/', 'a', 'b'), '<li>/a</li><li>/b</li>')
  t.equal(await show('', 'b', 'a'), '<li>b</li><li>a</li>')
})

t.test('a page as bytes is the page as text, with parts within parts, and texts that look like one', async t => {
  const folder = t.testdir({
    'page.liquid': '<p>{{ title }}</p>' +
      '{% for list in lists %}{{ "list.liquid" | remember: list: list | raw }}{% endfor %}',
    'list.liquid': '<ul>{% for line in list %}{{ "line.liquid" | remember: line: line | raw }}{% endfor %}</ul>',
    'line.liquid': '<li>{{ line }}</li>'
  })
  const fill = createTemplates(de, [folder])
  for (const lists of [[['ä', '„b“'], ['ä']], [['\u{1f600}'], [], ['ä']], [['ä', '„b“'], ['ä']]]) {
    const data = { title: `(0) ${'x'.repeat(1_000)}`, lists }
    t.equal((await fill.encode('page.liquid', data)).toString(), await fill('page.liquid', data))
  }
  await t.rejects(fill.encode('page.liquid', { title: 'a' }), /lists/)
  t.equal((await fill.encode('line.liquid', { line: 'a' })).toString(), '<li>a</li>', 'after a fault, too')
})
