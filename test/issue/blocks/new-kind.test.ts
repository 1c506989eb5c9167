import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { defineBlock } from '../../../src/issue/blocks/block-kind.js'
import { BLOCK_KINDS } from '../../../src/issue/blocks/registry.js'
import { line, list, object, day, markdown } from '../../../src/issue/content/field-types.js'
import { checkIssue } from '../../../src/issue/file/check.js'
import { previewIssue } from '../../../src/issue/file/preview.js'
import { readIssueFile } from '../../../src/issue/file/read-file.js'
import { countMarkdownWords } from '../../../src/issue/render/reading-time.js'
import { renderIssue } from '../../../src/issue/render/render.js'
import { packagePath } from '../../../src/platform/package-path.js'
import { createTemplates } from '../../../src/platform/templates.js'
import { de } from '../../../src/texts/de.js'
import { issue, parts, visible } from '../sample.js'

/** A kind of block that exists in this file alone. */
const poll = defineBlock({
  type: 'poll',
  name: 'Umfrage',
  purpose: 'Eine Frage an die Leserinnen und Leser.',
  example: '',
  fields: {
    question: line('Die Frage', 100),
    intro: markdown('Die Einleitung'),
    until: day('Der Schluss'),
    answers: list('Die Antworten', object('Die Antwort', { text: line('Der Antworttext', 100) }), 5)
  },
  hasPicture: true,
  entries: { answers: 'Antwort' },
  heading: block => block.question,
  label: () => 'Umfrage',
  words: block => countMarkdownWords(block.intro),
  deadlines: block => [{ name: 'Der Schluss', ends: 'deadline', date: block.until, field: ['until'] }],
  view: (block, { show, format }) =>
    ({ intro: show(block.intro), until: format.longDay(block.until), answers: block.answers })
})

const TEMPLATES = {
  mail: {
    'poll.mjml': `<mj-section css-class="sheet"><mj-column>
      {% render issue/mail/heading.mjml, block: block, tone: '' %}
      <mj-text>{{ block.intro | raw }}</mj-text>
      <mj-image src="{{ block.picture.url }}" alt="{{ block.picture.alt }}" />
      {% for answer in block.answers %}<mj-text>{{ answer.text }}</mj-text>{% endfor %}
    </mj-column></mj-section>`
  },
  text: {
    'poll.txt': '[{{ block.label }}]\n{{ block.heading }}\n\n{{ block.intro }}\n\n' +
      '{% for answer in block.answers %}- {{ answer.text }}\n{% endfor %}\nBis {{ block.until }}\n'
  },
  page: {
    'poll.liquid': '<section><h2 id="{{ block.id }}">{{ block.heading }}</h2>{{ block.intro | raw }}' +
      '<img src="{{ block.picture.url }}" alt="{{ block.picture.alt }}">' +
      '{% for answer in block.answers %}<p>{{ answer.text }}</p>{% endfor %}</section>'
  }
}

const ASKED = {
  type: 'poll',
  question: 'Was lesen Sie <gern>?',
  intro: 'Wort '.repeat(401) + '**fett**',
  until: '2027-02-01',
  answers: [{ text: 'Berichte & Termine' }, { text: '</mj-text>{{ issue.title }}' }],
  picture: { file: 'netz.png', alt: 'Ein Netz' }
}

function setUp (t: Test, block: Record<string, unknown>) {
  const folder = t.testdir({
    templates: { issue: TEMPLATES },
    'netz.png': readFileSync(packagePath('templates', 'demo', 'bilder', 'netz.png')),
    'ausgabe.json': JSON.stringify(issue({ type: 'table_of_contents' }, block))
  })
  const fill = createTemplates(de, [packagePath('templates'), join(folder, 'templates')])
  return { folder, file: join(folder, 'ausgabe.json'), options: { ...parts, fill, kinds: [...BLOCK_KINDS, poll] } }
}

t.test('a new kind of block is a file, a line in the registry and three templates: it is checked', async t => {
  const good = setUp(t, ASKED)
  t.match(await checkIssue(good.file, good.options), {
    ok: false,
    lines: [
      /^Noch nicht fertig: 2 Blöcke, .* Lesezeit 3 Minuten\.$/,
      /^Hindernis: Block 2 \(Umfrage\): Der Schluss ist vorbei, wenn die Ausgabe versandt wird\. .* \(deadline-over\)$/,
      /^Hinweis: Block 2 \(Umfrage\): Der Satz „Wort Wort .* hat 402 Wörter\. .* \(sentence-long\)$/,
      /^Hinweis: Block 2 \(Umfrage\): Der Absatz .* \(paragraph-long\)$/
    ]
  })
  const bad = setUp(t, { ...ASKED, questio: 'x', answers: [{}], picture: { file: 'fehlt.png' } })
  t.same((await checkIssue(bad.file, bad.options)).lines, [
    'Block 2 (Umfrage), Antwort 1: Der Antworttext fehlt.',
    'Block 2 (Umfrage), Bild: Der Alternativtext fehlt. Beschreiben Sie in einem Satz, was zu sehen ist.',
    'Block 2 (Umfrage): Die Angabe „questio“ ist unbekannt. Meinten Sie „question“?'
  ])
  const lost = setUp(t, { ...ASKED, picture: { file: 'fehlt.png', alt: 'x' } })
  t.match(
    (await checkIssue(lost.file, lost.options)).lines[0],
    /^Block 2 \(Umfrage\), Bild: „fehlt\.png“ wurde nicht gefunden/
  )
  t.match(
    (await checkIssue(good.file, parts)).lines[0],
    /Block 2: Die Blockart „poll“ ist unbekannt\./,
    'where it is not registered'
  )
})

t.test('... and it appears in mail, text, page and preview, with its picture, escaped as everything is', async t => {
  const { file, folder, options } = setUp(t, ASKED)
  const read = await readIssueFile(file, options.kinds)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  t.equal(read.pictures.length, 1)
  const { html, text, page } = await renderIssue(read.content, options)
  for (const made of [visible(html), visible(page), text]) {
    for (const said of ['Umfrage', 'Was lesen Sie <gern>?', 'Berichte & Termine', '</mj-text>{{ issue.title }}']) {
      t.match(made, said)
    }
  }
  t.match(text, 'Bis 1. Februar 2027')
  t.match(text, '1. Was lesen Sie <gern>? (Umfrage)', 'in the table of contents')
  for (const made of [html, page]) t.match(made, '<strong>fett</strong>')
  t.match(html, /<img[^>]* src="https:\/\/brief\.example\/bilder\/[0-9a-f]{64}\.png"/)
  t.match(page, /<img src="\.\.\/bilder\/[0-9a-f]{64}\.png" alt="Ein Netz">/)
  const preview = await previewIssue(file, join(folder, 'vorschau'), options)
  t.equal(preview.ok && preview.paths.length, 3)
})
