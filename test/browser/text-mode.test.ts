import t from 'tap'
import { addEditor, sessionOf } from '../support/desk.js'
import { launchBrowser } from '../support/browser.js'
import { until } from '../support/service.js'
import { readerService } from './support/reader-service.js'

const service = await readerService(t)
const { origin, pool } = service
const browser = await launchBrowser(t)

t.test('who chooses the text mode has it in all texts, and on the next page, until they choose again', async t => {
  const context = await browser.newContext()
  const { id } = await addEditor(service)
  const value = await sessionOf(service, id)
  await context.addCookies([{ name: 'redaktion', value, url: origin, httpOnly: true, sameSite: 'Lax' }])
  const page = await context.newPage()
  await page.goto(`${origin}/redaktion/entwuerfe/neu`)
  await page.getByRole('button', { name: 'Beispiel als Entwurf laden' }).click()
  const modes = page.getByRole('button', { name: 'Textmodus' })
  const formatted = page.locator('.prose-field__text')
  const kept = async (textMode: boolean): Promise<void> => {
    await until(async () => {
      const { rows } = await pool.query('select from editor where id = $1 and text_mode = $2', [id, textMode])
      return rows.length === 1
    })
  }
  await modes.first().waitFor()
  t.ok(await modes.count() > 2, 'there are several texts')
  t.ok(await formatted.first().isVisible())

  for (const textMode of [true, false]) {
    await modes.first().click()
    await kept(textMode)
    await page.reload()
    await page.locator('[data-enriched]').last().waitFor()
    const pressed = await modes.evaluateAll(buttons => buttons.map(button => button.getAttribute('aria-pressed')))
    t.same([...new Set(pressed)], [String(textMode)])
    t.equal(await formatted.last().isVisible(), !textMode)
  }
})

t.end()
