import { generateKeyPairSync } from 'node:crypto'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, type Config } from '../config.js'
import { freePort } from '../platform/free-port.js'

export interface DemoEnvironment { config: Config, remove: () => Promise<void> }

/**
 * A data folder, a port and a DKIM key for one run of the demo, apart from any other installation.
 */
export async function makeEnvironment (): Promise<DemoEnvironment> {
  const folder = await mkdtemp(join(tmpdir(), 'integrationsbrief-demo-'))
  // The embedded server may run as another user, who must get through.
  await chmod(folder, 0o755)
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const keyFile = join(folder, 'dkim.pem')
  await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  const port = await freePort()
  const config = readConfig({
    DATA_DIR: folder,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    // The demo plays the proxy that tells each reader's address.
    TRUST_PROXY: 'loopback',
    MAIL_FROM: 'Integrationsbrief <integrationsbrief@hessen.example>',
    MAIL_BATCH_SIZE: '50',
    // Slow enough for somebody to press "pause".
    MAIL_RATE: '60',
    // All of the demo's readers sign up within seconds.
    SIGN_UP_MAIL_RATE: '60000',
    DKIM_DOMAIN: 'hessen.example',
    DKIM_KEY_FILE: keyFile,
    LOG_LEVEL: 'trace'
  })
  return { config, remove: async () => await rm(folder, { recursive: true, force: true }) }
}
