import t from 'tap'
import { withResolvers } from '../../src/platform/with-resolvers.js'
import { axeFindings, look, LOOKS, overflows, smallTargets } from './support/page-check.js'
import { richTextField } from './support/rich-text-field.js'

// The field for formatted text, on a page of the desk that has its policy.

const { page, complaints, text, textarea, status, toolbar, button, open, markdown, press } = await richTextField(t)

t.test('what is there is shown, and stays as it is until someone writes', async t => {
  const source = 'Ein *Wort*\nund * ein [Link](https://example.org).\n\n1) eins'
  await open(source)
  t.equal(await text.locator('em').innerText(), 'Wort')
  t.equal(await markdown(), source)
  await text.locator('p').first().click()
  await press('Control+End')
  await page.keyboard.type('!')
  t.equal(await markdown(), 'Ein *Wort* und * ein [Link](https://example.org).\n\n1. eins!')
})

t.test('a text is written by keyboard alone', async t => {
  await open()
  await text.focus()
  await page.keyboard.type('Kopf')
  await press('Control+Shift+6', 'Enter')
  await page.keyboard.type('Ein ')
  await press('Control+b')
  await page.keyboard.type('fettes')
  await press('Control+b')
  await page.keyboard.type(' Wort')
  await press('Shift+Enter')
  await page.keyboard.type('und https://example.org/a. ')
  await press('Enter')
  await page.keyboard.type('- eins')
  await press('Enter')
  await page.keyboard.type('innen')
  await press('Alt+Shift+ArrowRight', 'Enter', 'Enter')
  await page.keyboard.type('zwei')
  await press('Enter', 'Enter', 'Control+Shift+9')
  await page.keyboard.type('1. Zitat')
  t.equal(await markdown(), `### Kopf

Ein **fettes** Wort\\
und <https://example.org/a>.

- eins
  - innen
- zwei

> 1\\. Zitat`)
  await press('Control+z', 'Control+z', 'Control+z')
  t.notMatch(await markdown(), 'Zitat')
  await press('Tab')
  t.equal(await page.evaluate('document.activeElement.textContent'), 'Speichern', 'Tab leaves the field')
})

t.test('the toolbar is one stop of Tab, and Escape leads back', async t => {
  await open('Ein Wort')
  await text.focus()
  await press('Control+a', 'Alt+F10')
  t.equal(await page.evaluate('document.activeElement.getAttribute("aria-label")'), 'Fett')
  t.equal(await button('Fett').getAttribute('aria-pressed'), 'false')
  await press('Enter')
  t.equal(await button('Fett').getAttribute('aria-pressed'), 'true')
  t.equal(await markdown(), '**Ein Wort**')
  await press('ArrowRight', 'Space', 'End')
  t.equal(await page.evaluate('document.activeElement.getAttribute("aria-label")'), 'Wiederholen')
  t.equal(await button('Wiederholen').getAttribute('aria-disabled'), 'true')
  await press('ArrowLeft', 'Enter', 'Escape')
  t.equal(await page.evaluate('document.activeElement.getAttribute("role")'), 'textbox')
  t.equal(await markdown(), '**Ein Wort**', 'undone')
  t.same(await toolbar.locator('[tabindex="0"]').count(), 1)
})

t.test('every button does what it says', async t => {
  const after = async (name: string, source: string): Promise<string> => {
    await open(source)
    await text.locator('p, h3').first().click()
    await button(name).click()
    return await markdown()
  }
  t.equal(await after('Zwischenüberschrift', 'a'), '### a')
  t.equal(await after('Zwischenüberschrift', '### a'), 'a')
  t.equal(await after('Aufzählung', 'a'), '- a')
  t.equal(await after('Aufzählung', '### a'), '- a')
  t.equal(await after('Aufzählung', '1. a\n2. b'), '- a\n- b')
  t.equal(await after('Aufzählung', '- a\n- b'), 'a\n\n- b')
  t.equal(await after('Nummerierung', 'a'), '1. a')
  t.equal(await after('Zitat', 'a'), '> a')
  t.equal(await after('Zitat', '> a'), 'a')
  t.equal(await after('Ausrücken', '- a'), 'a')
})

t.test('a link is made and changed in a dialog, which says what is wrong with an address', async t => {
  await open('Zum Programm')
  await text.focus()
  await press('Control+a', 'Control+k')
  const dialog = page.getByRole('dialog', { name: 'Link' })
  const address = dialog.getByLabel('Adresse')
  t.equal(await dialog.getByLabel('Linktext').inputValue(), 'Zum Programm')
  await address.fill('javascript:alert(1)')
  await press('Enter')
  t.match(await dialog.getByRole('alert').innerText(), 'ist nicht erlaubt')
  t.equal(await address.getAttribute('aria-invalid'), 'true')
  t.equal(await page.evaluate('document.activeElement.value'), 'javascript:alert(1)')
  for (const view of LOOKS) {
    await look(page, view)
    // It does not know that a dialog lies above everything else.
    const findings = (await axeFindings(page)).filter(finding => !finding.includes('overlaps other elements'))
    t.same(findings, [], `axe finds nothing in the dialog at ${view.width} px, ${view.colorScheme}`)
    t.same(await overflows(page), [])
  }
  await address.fill('www.hessen.de/programm')
  await press('Enter')
  t.equal(await dialog.count(), 0)
  t.equal(await markdown(), '[Zum Programm](https://www.hessen.de/programm)')
  t.equal(await page.evaluate('document.activeElement.getAttribute("role")'), 'textbox')

  await text.locator('a').click()
  await toolbar.locator('[data-tool="link"][aria-pressed="true"]').waitFor()
  await press('Control+k')
  t.equal(await address.inputValue(), 'https://www.hessen.de/programm')
  await dialog.getByRole('button', { name: 'Link entfernen' }).click()
  t.equal(await markdown(), 'Zum Programm')
  await press('Control+k', 'Escape')
  t.equal(await dialog.count(), 0)
})

t.test('a passage says in which language it is', async t => {
  await open('Hoş geldiniz')
  await text.focus()
  t.equal(await button('Sprache einer Textstelle').getAttribute('aria-disabled'), 'true')
  await press('Control+a')
  await button('Sprache einer Textstelle').click()
  await page.getByRole('dialog').getByLabel('Sprache').selectOption('Türkisch')
  await page.getByRole('button', { name: 'Übernehmen' }).click()
  t.equal(await markdown(), '[Hoş geldiniz]{lang=tr}')
  t.equal(await text.locator('span').getAttribute('lang'), 'tr')
})

t.test('the text mode shows the Markdown, and what is written there is shown formatted', async t => {
  await open('Ein *Wort*')
  const mode = page.getByRole('button', { name: 'Textmodus' })
  await page.evaluate(`document.querySelector('form').addEventListener('textmodechange', event => {
    window.told = event.detail.textMode
  })`)
  await mode.click()
  t.equal(await mode.getAttribute('aria-pressed'), 'true')
  t.equal(await page.evaluate('window.told'), true)
  t.ok(await page.locator('form[data-text-mode]').count())
  await textarea.fill('Ein **anderes** Wort')
  await mode.click()
  await text.locator('strong').waitFor()
  t.equal(await text.innerText(), 'Ein anderes Wort')
  t.equal(await page.evaluate('window.told'), false)

  await mode.click()
  await textarea.fill('`Code`')
  await mode.click()
  await page.getByText('nur im Textmodus').waitFor()
  t.ok(await textarea.isVisible())
  t.equal(await markdown(), '`Code`')
})

t.test('a text that the editor cannot hold, and a person who wants it so, have the text mode', async t => {
  await open('# a\n\n## b\n\n`Code`')
  t.equal(await text.isVisible(), false)
  t.match(await status.innerText(), 'nur im Textmodus')
  await open('Ein Wort', '&text')
  t.equal(await text.isVisible(), false)
  t.equal(await textarea.getAttribute('tabindex'), '0')
  t.equal(await status.innerText(), '')
})

t.test('what was typed before the script was there is shown, and one goes on from there', async t => {
  await open('alt')
  const { promise: isTyped, resolve: typed } = withResolvers()
  await page.route('**/script/**', async route => {
    await isTyped
    await route.continue()
  })
  await page.goto(page.url(), { waitUntil: 'commit' })
  await textarea.fill('Schneller als **das Skript**')
  typed()
  await text.locator('strong').waitFor()
  await text.focus()
  await press('Control+End')
  await page.keyboard.type('!')
  t.match(await markdown(), /^Schneller als \*\*das Skript!?\*\*!?$/)
  await page.unroute('**/script/**')
})

t.test('a text that a script puts into the textarea is shown', async t => {
  await open('alt')
  await page.evaluate(`(() => {
    const textarea = document.querySelector('textarea')
    textarea.value = '- neu'
    textarea.dispatchEvent(new Event('markdownset'))
  })()`)
  await text.locator('li').waitFor()
  t.equal(await text.innerText(), 'neu')
})

const EVERYTHING = `Ein Absatz mit **fettem**, *kursivem* und [einem Link](https://www.hessen.de).

### Was sich ändert

- eins
  1. innen

> [Hoş geldiniz]{lang=tr}, Niemand ist schwer erreichbar.`

t.test('the field can be used by everyone, in each of its modes', async t => {
  for (const [mode, more] of [['formatted', ''], ['as Markdown', '&text']] as const) {
    await open(EVERYTHING, more)
    for (const view of LOOKS) {
      await look(page, view)
      const at = `${mode} at ${view.width} px, ${view.colorScheme}`
      t.same(await axeFindings(page), [], `axe finds nothing ${at}`)
      t.same(await overflows(page), [], `nothing is too wide ${at}`)
      t.same(await smallTargets(page), [], `everything is large enough to be hit ${at}`)
    }
  }
})

t.test('the browser and the policy of the page have nothing to complain of', async t => {
  t.same(complaints, [])
})

t.end()
