import { freePort } from '../../../src/platform/free-port.js'
import { testService, type TestService } from '../../support/service.js'
import type { JudgedTest } from '../../support/test.js'

export interface DeskService extends TestService {
  /** Where a browser finds it. Its host is a name: browsers keep no passkeys for an IP address. */
  home: string
}

/** The service, listening, so that editors can use the desk in a browser. */
export async function deskService (t: JudgedTest, settings: Record<string, string> = {}): Promise<DeskService> {
  const port = await freePort()
  const home = `http://localhost:${port}`
  const service = await testService(t, { PUBLIC_URL: home, ...settings })
  await service.app.listen({ port, host: '127.0.0.1' })
  return { ...service, home }
}
