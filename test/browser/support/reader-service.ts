import { freePort } from '../../support/cli.js'
import { testService, type TestService } from '../../support/service.js'

export interface ReaderService extends TestService {
  /** Where a browser finds it, which is what its links say too. No slash at the end. */
  origin: string
}

/** The service with its mailer, listening, so that a browser can follow what its mails link to. */
export async function readerService (t: Parameters<typeof testService>[0]): Promise<ReaderService> {
  const port = Number(await freePort())
  const origin = `http://127.0.0.1:${port}`
  const service = await testService(t, { PUBLIC_URL: origin })
  await service.app.listen({ port, host: '127.0.0.1' })
  await service.work()
  return { ...service, origin }
}
