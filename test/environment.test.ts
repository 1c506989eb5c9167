import t from 'tap'
import { readEnvFile } from '../src/environment.js'
import { messageOf } from './support/message-of.js'

t.test('a file .env is read to the letter', async t => {
  const lines = [
    '\ufeff# Ein Kommentar\r', '\r', '  PORT = 8081 \r', 'export HOST=::1 # lokal', 'SMTP_URL="smtp://u:a#b@h"',
    'KEYS=\'x y\' # geheim', 'DKIM_SELECTOR=', 'LIST_ID= # noch nicht', 'DATA_DIR=`a"b\'c`',
    'MAIL_FROM=Brief <a@b.example>'
  ]
  t.same(readEnvFile(lines.join('\n')), {
    PORT: '8081',
    HOST: '::1',
    SMTP_URL: 'smtp://u:a#b@h',
    KEYS: 'x y',
    DKIM_SELECTOR: '',
    LIST_ID: '',
    DATA_DIR: 'a"b\'c',
    MAIL_FROM: 'Brief <a@b.example>'
  })
  const foreign = [
    'NODE_ENV=production', 'TZ=Europe/Berlin', 'NODE_OPTIONS=--max-old-space-size=512',
    'NODE_EXTRA_CA_CERTS=/ca.pem', 'PGPASSWORD=x'
  ]
  t.same(Object.keys(readEnvFile(foreign.join('\n'))), foreign.map(line => line.split('=')[0]))
})

t.test('a line of .env that would be passed over, cut off or overruled is an error that names it', async t => {
  const lines: Array<[text: string, told: RegExp]> = [
    ['KEY=geheim', /line 2: KEY is not a setting of this program, KEYS is;/],
    ['DATABASE_URI=postgres://u:geheim@h/db', /line 2: DATABASE_URI is not .*, DATABASE_URL is;/],
    ['LOGLEVEL=debug', /line 2: LOGLEVEL is not .*, LOG_LEVEL is;/],
    ['TRUSTPROXY=loopback', /line 2: TRUSTPROXY is not .*, TRUST_PROXY is;/],
    ['port=8080', /line 2: port is not .*, PORT is;/],
    ['NODEENV=production', /line 2: NODEENV is not .*, NODE_ENV is;/],
    ['KUCHEN=geheim', /line 2: KUCHEN is not a setting of this program; \.env\.example lists them all$/],
    ['SMTP_SERVICE_HOST=10.0.0.1', /line 2: SMTP_SERVICE_HOST is not a setting/],
    ['KEYS: geheim', /line 2: a setting is written as NAME=value, in one line$/],
    ['KEYS geheim', /line 2: a setting is written as NAME=value/],
    ['geheim', /line 2: a setting is written as NAME=value/],
    ['KEYS="geheim', /line 2: KEYS has a quote at its beginning and none at its end$/],
    ['KEYS="1:geheim,\n2:geheim"', /line 2: KEYS has a quote at its beginning/],
    ['KEYS="geheim" geheim', /line 2: KEYS goes on after its closing quote$/],
    ['SMTP_URL=smtp://u:geheim#geheim@h', /line 2: SMTP_URL has a # in its value; put the value into quotes/],
    ['LOG_LEVEL=debug\nLOG_LEVEL=info', /line 3: LOG_LEVEL is given twice$/]
  ]
  for (const [text, told] of lines) {
    const message = messageOf(() => readEnvFile(`# Hessen\n${text}\n`))
    t.match(message, told)
    t.match(message, /^\.env, /)
    t.notMatch(message, 'geheim')
  }
})
