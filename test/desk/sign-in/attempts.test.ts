import t from 'tap'
import { hashPassword } from '../../../src/editor/factor/password.js'
import { addEditor, codeAt, deskBrowser, PASSWORD } from '../../support/desk.js'
import { testService } from '../../support/service.js'

// What slows down somebody who guesses passwords and codes.

const hash = hashPassword(PASSWORD)

t.test('a password waits a quarter of an hour for its code, and no longer', async t => {
  const service = await testService(t)
  const { address, secret } = await addEditor(service, { passwordHash: await hash })
  const browser = deskBrowser(service)
  for (const [minutes, status] of [[14, 303], [16, 401]] as const) {
    await browser.post('/redaktion/anmelden', { address, password: PASSWORD })
    // Somebody looks at the page meanwhile, so it is not for being idle.
    service.clock.travel({ minutes: minutes / 2 })
    await browser.get('/redaktion/anmelden/code')
    service.clock.travel({ minutes: minutes / 2 })
    const answer = await browser.post('/redaktion/anmelden/code', { code: codeAt(secret, service.clock.now()) })
    t.equal(answer.statusCode, status, `${minutes} minutes`)
    t.equal((await browser.get('/redaktion/konto')).statusCode, status === 303 ? 200 : 303)
    browser.cookies.clear()
  }
})

t.test('guessing is slowed down, without locking out who has signed in before', async t => {
  const service = await testService(t)
  const { address, secret } = await addEditor(service, { passwordHash: await hash })
  const owner = deskBrowser(service)
  await owner.post('/redaktion/anmelden', { address, password: PASSWORD })
  await owner.post('/redaktion/anmelden/code', { code: codeAt(secret, service.clock.now()) })
  await owner.post('/redaktion/abmelden')
  const guess = async (): Promise<number> =>
    (await deskBrowser(service).post('/redaktion/anmelden', { address, password: 'geraten' })).statusCode
  const statuses = await Promise.all(Array.from({ length: 14 }, guess))
  t.equal(statuses.filter(status => status === 422).length, 10, 'however many come at once')
  const waits = await deskBrowser(service).post('/redaktion/anmelden', { address, password: PASSWORD })
  t.equal(waits.statusCode, 429, 'the right password does not help a stranger')
  t.match(waits.headers['retry-after'], /^\d+$/)
  t.equal((await owner.post('/redaktion/anmelden', { address, password: PASSWORD })).statusCode, 303)
  service.clock.travel({ minutes: 16 })
  t.equal(await guess(), 422)
})

t.test('five wrong codes end what the password had begun', async t => {
  const service = await testService(t)
  const { address, secret } = await addEditor(service, { passwordHash: await hash })
  const browser = deskBrowser(service)
  await browser.post('/redaktion/anmelden', { address, password: PASSWORD })
  const wrong = async (): Promise<number> =>
    (await browser.post('/redaktion/anmelden/code', { code: '000000' })).statusCode
  for (let attempt = 0; attempt < 4; attempt++) t.equal(await wrong(), 422)
  await wrong()
  const answer = await browser.post('/redaktion/anmelden/code', { code: codeAt(secret, service.clock.now()) })
  t.equal(answer.statusCode, 401, 'the right one comes too late')
})

t.test('codes are attempts as passwords are, also where several sessions wait for one', async t => {
  const service = await testService(t)
  const { address } = await addEditor(service, { passwordHash: await hash })
  const browsers = [1, 2, 3].map(() => deskBrowser(service))
  for (const browser of browsers) await browser.post('/redaktion/anmelden', { address, password: PASSWORD })
  const statuses: number[] = []
  for (let attempt = 0; attempt < 3; attempt++) {
    for (const browser of browsers) {
      statuses.push((await browser.post('/redaktion/anmelden/code', { code: '000000' })).statusCode)
    }
  }
  t.same(statuses, [...Array(7).fill(422), 429, 429], 'three passwords and seven codes are ten')
})

t.test('a device that has signed in has attempts of its own, ten, and for its account alone', async t => {
  const service = await testService(t)
  const { address, secret } = await addEditor(service, { passwordHash: await hash })
  const other = await addEditor(service, { passwordHash: await hash })
  const device = deskBrowser(service)
  await device.post('/redaktion/anmelden', { address, password: PASSWORD })
  await device.post('/redaktion/anmelden/code', { code: codeAt(secret, service.clock.now()) })
  await device.post('/redaktion/abmelden')
  const guess = async (browser: typeof device, target: string): Promise<number> =>
    (await browser.post('/redaktion/anmelden', { address: target, password: 'geraten' })).statusCode
  for (let attempt = 0; attempt < 10; attempt++) t.equal(await guess(deskBrowser(service), other.address), 422)
  t.equal(await guess(device, other.address), 429, 'for others it is as strange as any')
  for (let attempt = 0; attempt < 10; attempt++) t.equal(await guess(device, address), 422)
  t.equal(await guess(device, address), 429)
})

t.test('one network has fifty attempts, however many addresses it tries', async t => {
  const service = await testService(t)
  const statuses = await Promise.all(Array.from({ length: 53 }, async (_, index) =>
    (await deskBrowser(service).post('/redaktion/anmelden', {
      address: `niemand${index}@amt.example`, password: 'geraten'
    })).statusCode))
  t.equal(statuses.filter(status => status === 422).length, 50)
  t.equal(statuses.filter(status => status === 429).length, 3)
})

t.test('with a known password, codes cannot be guessed one after the other', async t => {
  const service = await testService(t)
  const { address } = await addEditor(service, { passwordHash: await hash })
  let tried = 0
  for (let round = 0; round < 6; round++) {
    const browser = deskBrowser(service)
    await browser.post('/redaktion/anmelden', { address, password: PASSWORD })
    for (let attempt = 0; attempt < 6; attempt++) {
      if ((await browser.post('/redaktion/anmelden/code', { code: '000000' })).body.includes('stimmt nicht')) tried++
    }
  }
  t.ok(tried <= 10, `${tried} codes were looked at`)
})
