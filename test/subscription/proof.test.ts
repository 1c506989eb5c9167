import t from 'tap'
import { subscribe } from '../../src/subscription/subscribe.js'
import { forgetJobs } from '../support/queue.js'
import { postForm, receive, testService, until } from '../support/service.js'

t.test('the consent of an active reader stands as it was given, that of a pending one is asked anew', async t => {
  const service = await testService(t)
  await service.pool.query(
    `insert into consent_text (hash, wording, first_shown_at)
     values ('\\x01', 'alt', now()), ('\\x02', 'neu', now())`
  )
  const ids: number[] = (
    await service.pool.query<{ id: number }>('select id from consent_text order by id')
  ).rows.map(({ id }) => id)
  const signUp = async (name: string, text: number): Promise<void> => {
    const address = `${name}@beispiel.example`
    await subscribe(
      { ...service, consentTextId: async () => ids[text] as number, mailsPerMinute: 600 },
      [{ address, canonical: address }]
    )
  }
  await signUp('anna', 0)
  await service.pool.query('update subscriber set state = \'active\', confirmed_at = $1', [service.clock.now()])
  await signUp('berta', 0)
  // Their mails have left.
  await forgetJobs(service)
  service.clock.travel({ hours: 1 })
  for (const name of ['anna', 'berta']) await signUp(name, 1)
  const { rows } = await service.pool.query(
    'select state, wording, requested_at from subscriber s join consent_text c on c.id = consent_text_id order by state'
  )
  t.match(rows, [
    { state: 'active', wording: 'alt', requested_at: new Date('2026-03-02T09:00:00Z') },
    { state: 'pending', wording: 'neu', requested_at: new Date('2026-03-02T10:00:00Z') }
  ])
})

t.test('the time of the confirmation mail is noted, and stays when an active reader signs up again', async t => {
  const service = await testService(t)
  const sentAt = async (): Promise<Date | null> => (
    await service.pool.query<{ at: Date | null }>('select mail_sent_at as at from subscriber')
  ).rows[0]?.at ?? null
  await service.work()
  await postForm(service.app, '/abonnieren', { email: 'anna@beispiel.example' })
  await until(async () => await sentAt() !== null)
  t.same(await sentAt(), service.clock.now())
  const first = await sentAt()
  await service.pool.query('update subscriber set state = \'active\', confirmed_at = $1', [service.clock.now()])
  service.clock.travel({ hours: 1 })
  await postForm(service.app, '/abonnieren', { email: 'anna@beispiel.example' })
  await receive(service.catcher, 2)
  await until(async () => (await service.pool.query('select from graphile_worker.jobs')).rowCount === 0)
  t.same(await sentAt(), first)
})

t.test('whose sign-up expired while the mail waited gets no mail with a link that is dead', async t => {
  const service = await testService(t, { CONFIRM_TTL: 'PT2H' })
  await postForm(service.app, '/abonnieren', { email: 'spaet@beispiel.example' })
  service.clock.travel({ hours: 2 })
  await postForm(service.app, '/abonnieren', { email: 'neu@beispiel.example' })
  await service.work()
  await until(async () => (await service.pool.query('select from graphile_worker.jobs')).rowCount === 0)
  t.same(service.catcher.mails().map(({ to }) => to), ['neu@beispiel.example'])
})
