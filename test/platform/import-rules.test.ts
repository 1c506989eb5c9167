import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import { packagePath } from '../../src/platform/package-path.js'
import { findSql } from '../check/find-sql.js'

interface Report { summary: { violations: Array<{ from: string, rule: { name: string } }>, totalCruised: number } }

/** What the rules in .dependency-cruiser.cjs say of the folder `src` in `root`, as `rule: file`. */
async function cruise (root: string): Promise<{ faults: string[], files: number }> {
  const cli = packagePath('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
  const args = [cli, 'src', '--config', packagePath('.dependency-cruiser.cjs'), '--output-type', 'json']
  const output = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 1e9, env: { ...process.env, NODE_V8_COVERAGE: '' } },
      (error, stdout) => stdout === '' ? reject(error) : resolve(stdout))
  })
  const { summary } = JSON.parse(output) as Report
  return {
    faults: summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`).sort(),
    files: summary.totalCruised
  }
}

/** A package with the given files; whatever a feature imports is there. */
async function makePackage (
  t: Test, files: Record<string, string>
): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'integrationsbrief-rules-'))
  t.after(async () => await rm(root, { recursive: true }))
  await symlink(packagePath('node_modules'), join(root, 'node_modules'))
  for (const name of ['package.json', 'tsconfig.json']) await copyFile(packagePath(name), join(root, name))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), text)
  }
  return root
}

async function sources (): Promise<string[]> {
  return (
    await readdir(packagePath('src'), { recursive: true })
  ).filter(name => name.endsWith('.ts')).map(name => join('src', name))
}

/** The files below src/, other than those allowed, that hold what `pattern` finds. */
async function filesWith (pattern: RegExp, allowed: readonly string[]): Promise<string[]> {
  const names = (await sources()).filter(name => !allowed.includes(name) && !name.endsWith('.queries.ts'))
  const found = await Promise.all(
    names.map(async name => pattern.test(await readFile(packagePath(name), 'utf8')) ? [name] : [])
  )
  return found.flat()
}

const ENVIRONMENT = /\bprocess\s*\.\s*env\b|from 'node:process'/
/**
 * Statements that no feature owns: of transactions, of the schema, of the embedded server, of the
 * journal's own server, of all tables; and what runs those in sql/.
 */
const SQL_ALLOWED = [
  'src/demo/dump.ts',
  'src/local/postgres/cluster.ts',
  'src/platform/database/migrate.ts',
  'src/platform/database/pool.ts',
  'src/platform/database/prepared-query.ts',
  'src/platform/database/snapshot.ts',
  'src/privacy/journal/server.ts',
  'src/privacy/rewrite/rewrite-tables.ts'
]

t.test('every file keeps the rules of who may import whom', async t => {
  const { faults, files } = await cruise(packagePath())
  t.same(faults, [])
  t.ok(files > 50, 'it looked at the files')
})

t.test('each rule bites', async t => {
  const use = (...paths: string[]) =>
    paths.map((path, index) => `import { x as x${index} } from '${path}'\n`).join('') + 'export const x = 1\n'
  const root = await makePackage(t, {
    'src/main.ts': use(
      './issue/approval/approved-mail.js',
      './delivery/plan.js',
      './subscription/confirm.js',
      './platform/clock.js'
    ),
    'src/delivery/plan.ts': use('../issue/approval/approved-mail.js', '../platform/clock.js'),
    'src/delivery/peek.ts': use('../issue/secret.js', '../issue/issue.queries.js'),
    'src/issue/approval/approved-mail.ts': use('../issue.queries.js', '../secret.js'),
    'src/issue/issue.queries.ts': use('../platform/clock.js'),
    'src/issue/leaf.ts': 'export const x = 1\n',
    'src/issue/secret.ts': use('../config.js'),
    'src/subscription/confirm.ts': 'import "nodemailer"\nimport { Pool } from "tap"\n' + use(
      '../platform/clock.js',
      './forgotten.js'
    ),
    'src/subscription/type.ts': 'import type { X } from "../delivery/plan.js"\nexport type Y = X\n',
    'src/platform/clock.ts': use('./other.js'),
    'src/platform/mail/compile.ts': 'import "nodemailer/lib/mime-funcs"\nimport "nodemailer/lib/smtp-connection"\n' +
      use('../smtp/open-session.js'),
    'src/platform/smtp/open-session.ts': 'import "nodemailer/lib/smtp-connection"\n' + use('./other.js'),
    'src/platform/smtp/other.ts': 'import "nodemailer/lib/mime-funcs"\nexport const x = 1\n',
    'src/platform/other.ts': use('./clock.js', '../issue/leaf.js'),
    'src/delivery/send-test.ts': use('../subscription/links.js'),
    'src/subscription/links.ts': use('./subscription.queries.js'),
    'src/subscription/subscription.queries.ts': use('../platform/clock.js'),
    'src/helper.ts': use('./issue/approval/approved-mail.js', '../test/support.js'),
    'src/config.ts': use('./platform/clock.js'),
    'src/alone.ts': 'export const x = 1\n',
    'test/support.ts': use('../src/config.js')
  })
  t.same((await cruise(root)).faults, [
    'delivery-uses-what-others-export-for-it: src/delivery/peek.ts',
    'delivery-uses-what-others-export-for-it: src/delivery/peek.ts',
    'features-are-given-their-settings: src/issue/secret.ts',
    'imports-lead-somewhere: src/subscription/confirm.ts',
    'no-cycle: src/platform/clock.ts',
    'nodemailer-folds-header-fields: src/platform/mail/compile.ts',
    'nodemailer-opens-sessions: src/platform/smtp/other.ts',
    'nodemailer-opens-sessions: src/subscription/confirm.ts',
    'no-orphan: src/alone.ts',
    'only-wiring-knows-all-features: src/helper.ts',
    'platform-knows-no-feature: src/platform/other.ts',
    'queries-stay-at-home: src/delivery/peek.ts',
    'src-runs-without-dev-dependencies: src/subscription/confirm.ts',
    'src-runs-without-tests: src/helper.ts',
    'subscription-uses-what-others-export-for-it: src/subscription/type.ts',
    'tests-reach-no-subscriber: src/delivery/send-test.ts'
  ].sort())
})

t.test('settings are read in src/config.ts alone', async t => {
  t.same(await filesWith(ENVIRONMENT, ['src/config.ts']), [])
  t.match(await readFile(packagePath('src', 'config.ts'), 'utf8'), ENVIRONMENT)
})

t.test('SQL stands in sql/ alone, but for a few statements that no feature owns', async t => {
  const names = (await sources()).filter(name => !name.endsWith('.queries.ts'))
  const found = await Promise.all(
    names.map(async name => findSql(await readFile(packagePath(name), 'utf8')).length > 0 ? [name] : [])
  )
  t.same(found.flat().sort(), SQL_ALLOWED, 'no file too many, and none too few')
})

t.test('SQL is seen in every form in which it can stand in a source file, and what is none is not', async t => {
  const statements = [
    'select 1', '\n  with a as (select 1) select * from a', 'with recursive a (n) as (select 1) table a',
    'insert into a values (1)', 'update issue set state = 1', 'update a.b c set d = 1',
    'delete from subscriber where id = $1',
    'set local statement_timeout = 0', 'SET SESSION x = 1', 'set lock_timeout to 1', 'begin', 'commit;',
    'lock table issue in share mode', 'truncate a', 'create table a (b int)', '-- why\nselect 1',
    '/* @name x */ select 1', 'merge into a using b on true', 'do $$ begin end $$'
  ]
  for (const statement of statements) {
    for (const form of [
      JSON.stringify(statement),
      `\`${statement.replaceAll('$', '\\$')}\``,
      `\`${statement.replaceAll('$', '\\$')} \${x}\``,
      `'${statement.replaceAll('\n', '\\n')}' + x`
    ]) t.equal(findSql(`run(${form})`).length, 1, form)
  }
  for (const run of [
    'client.query(text)', 'await pool.query<Row>(`show all`)', 'db.query({ text, values })',
    "client['query']('vacuum')", 'query(text)', 'client.query.call(client, text)',
    'const run = pool.query.bind(pool)', 'client?.query(x)', 'new PreparedQuery(ir)', 'sql`analyze`'
  ]) {
    t.equal(findSql(run).length, 1, run)
  }
  for (const other of [
    "'select'", '"Update folgt aus dem Ministerium"', "'with care'", "'beginnen'",
    "'show how far an issue has come'", "'set by hand'", "'commit to it'", '// select 1',
    '/* client.query(x) */', 'request.query', 'const { query } = request', 'new URL(x)',
    "'notify the operator'", "'drop it'"
  ]) {
    t.same(findSql(other), [], other)
  }
})
