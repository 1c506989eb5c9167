import t from 'tap'
import { docx, paragraph, run } from '../issue/rich-text/docx-file.js'
import { WORD } from '../issue/rich-text/word-html.js'
import { richTextField } from './support/rich-text-field.js'

// What is pasted into the field for formatted text. What HTML becomes, test/issue/rich-text holds.

const { page, complaints, text, status, button, open, markdown, paste } = await richTextField(t)

t.test('what comes from Word keeps its form, and what is left out is said', async t => {
  const after = async (html: string): Promise<{ markdown: string, said: string }> => {
    await open()
    await text.focus()
    await paste(html)
    return { markdown: await markdown(), said: await status.innerText() }
  }
  t.match(await after(WORD.nestedLists), {
    markdown: /^Vor der Liste\.\n\n- Erster Punkt\n {2}- darunter\n {4}- noch/, said: ''
  })
  t.same(await after(WORD.trackedChanges), {
    markdown: 'Die Förderung beträgt **20.000** Euro im Jahr.', said: 'Nicht übernommen: gelöschter Text.'
  })
  t.match(await after(WORD.comments), { said: 'Nicht übernommen: Kommentare.' })
  t.match(await after(WORD.footnotes), { said: 'Nicht übernommen: Fußnoten.' })
  t.match(await after(WORD.smartTags), { markdown: /nach Wiesbaden\.\n\n### Was Sie mitbringen$/, said: '' })
  t.match(await after(WORD.table), {
    markdown: /^Ort; Termin\n\n\*\*Kassel\*\*; 4\. März/,
    said: 'Nicht übernommen: Bilder. Aus Tabellen wurden Absätze, einer je Zeile.'
  })
  t.match(await after('<img src="https://example.org/x.png">'), { markdown: '', said: 'Nicht übernommen: Bilder.' })
})

t.test('pasted script and style do nothing, and too much is refused with a sentence', async t => {
  await open('Da.')
  await text.focus()
  await paste(`<p style="color:red" onclick="alert(1)">a</p><script>window.ran = true</script><img src=x
    onerror="window.ran = true"><svg onload="window.ran = true"></svg><a href="javascript:alert(1)">b</a>`)
  t.equal(await page.evaluate('window.ran'), undefined)
  t.equal(await text.locator('[style], [onclick], script, img, svg, a').count(), 0)
  const before = await markdown()
  t.match(before, /^a\n\nbDa\.$/)

  const started = performance.now()
  await paste(`<p>${'Wort '.repeat(1_000_000)}</p>`)
  t.match(await status.innerText(), /^Das ist mit [\d.]+ Zeichen zu lang .* Ein Feld fasst höchstens 50\.000\./)
  await paste('<p><b>x</b>'.repeat(900_000))
  t.match(await status.innerText(), /zu lang zum Einfügen/)
  await paste('<p>Absatz</p>'.repeat(1_000_000))
  t.match(await status.innerText(), /^Das ist zu groß zum Einfügen\./)
  await paste('', 'Wort '.repeat(20_000))
  t.match(await status.innerText(), /^Das ist mit 100\.000 Zeichen zu lang/)
  t.equal(await markdown(), before)
  t.ok(performance.now() - started < 30_000)
})

t.test('a Word file is chosen or dropped, and its text stands where the cursor is', async t => {
  await open('Davor.')
  await text.focus()
  await page.keyboard.press('Control+End')
  const chooser = page.waitForEvent('filechooser')
  await button('Word-Datei einfügen').click()
  const file = docx(paragraph(run(' Ein ') + run('Wort', '<w:b/>')))
  await (await chooser).setFiles({ name: 'Text.docx', mimeType: 'application/octet-stream', buffer: file })
  await page.getByText('Der Text der Word-Datei ist eingefügt.').waitFor()
  t.equal(await markdown(), 'Davor.Ein **Wort**')

  await page.evaluate(`(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['kein Word'], 'Text.docx'))
    const field = document.querySelector('.prose-field__text')
    const { left, top } = field.getBoundingClientRect()
    field.dispatchEvent(new DragEvent('drop', {
      dataTransfer, bubbles: true, cancelable: true, clientX: left + 20, clientY: top + 20
    }))
  })()`)
  await page.getByText('Das ist keine Word-Datei.').waitFor()
  t.equal(await markdown(), 'Davor.Ein **Wort**')
  t.match(complaints.splice(0), [/422/], 'the browser notes the refusal')
})

t.test('the browser and the policy of the page have nothing to complain of', async t => {
  t.same(complaints, [])
})

t.end()
