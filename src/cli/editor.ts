import { Command, Option } from 'commander'
import { setAccountDisabled, type AccountChange } from '../editor/account/change-account.js'
import { COMMAND_LINE } from '../editor/audit/line.js'
import { witnessOf } from '../editor/audit/audit.js'
import { invite } from '../editor/invitation/invite.js'
import { listAccounts, type ListedAccount } from '../editor/account/list-accounts.js'
import { ROLES, type Role } from '../editor/account/role.js'
import { systemClock } from '../platform/clock.js'
import type { Keyring } from '../platform/crypto/keyring.js'
import { checkSchema } from '../platform/database/migrate.js'
import { requireAddress } from '../platform/mail/address.js'
import { existingKeys, say, withDatabase, type CommandDeps } from './command.js'

/** `editor`: accounts at the desk, for operators. */
export function editorCommand (): Command {
  const editor = new Command('editor').description('invite, list and disable those who work at the desk')
  editor.command('invite <address>').description('print a link that makes an account; it works once')
    .addOption(new Option('--role <roles...>', 'what the account may do').choices(ROLES).default(['write']))
    .action(async (address: string, { role }: { role: Role[] }) => {
      await withKeys(async deps => await inviteByLink(deps, address, role))
    })
  editor.command('list').description('show all accounts').action(async () => {
    await withKeys(async deps => {
      const accounts = await listAccounts(deps)
      say(...accounts.length === 0 ? ['There is no account.'] : accounts.map(describe))
    })
  })
  editor.command('disable <address>').description('end an account\'s sessions and let it in no more')
    .action(async (address: string) => { await withKeys(async deps => await setDisabled(deps, address, true)) })
  editor.command('enable <address>').description('let a disabled account in again')
    .action(async (address: string) => { await withKeys(async deps => await setDisabled(deps, address, false)) })
  return editor
}

interface EditorCommandDeps extends CommandDeps { keys: Keyring, clock: typeof systemClock }

async function withKeys (act: (deps: EditorCommandDeps) => Promise<void>): Promise<void> {
  await withDatabase(async deps => {
    await checkSchema(deps)
    await act({ ...deps, keys: await existingKeys(deps.config), clock: systemClock })
  })
}

async function inviteByLink (deps: EditorCommandDeps, text: string, roles: Role[]): Promise<void> {
  const { newsletter: { publicUrl }, editor: { invitationTtlSeconds } } = deps.config
  const witness = witnessOf(deps, COMMAND_LINE)
  const invitation = { address: requireAddress(text), roles }
  const invited = await invite({ ...deps, invitationTtlSeconds, witness, byMail: false }, invitation)
  if (invited.kind === 'taken') throw new Error('this address has an account already')
  say(`${publicUrl}${invited.path}`)
}

async function setDisabled (deps: EditorCommandDeps, text: string, disabled: boolean): Promise<void> {
  const { canonical } = requireAddress(text)
  const witness = witnessOf(deps, COMMAND_LINE)
  const account = (await listAccounts(deps)).find(({ address }) => requireAddress(address).canonical === canonical)
  if (account === undefined) throw new Error('this address has no account')
  const change = await setAccountDisabled({ ...deps, witness }, { editorId: account.id, disabled })
  if (change !== 'changed') throw new Error(REASONS[change])
  say(disabled ? 'The account is disabled, and its sessions have ended.' : 'The account is enabled.')
}

const REASONS: Readonly<Record<Exclude<AccountChange, 'changed'>, string>> = {
  unknown: 'this address has no account',
  'last-administrator': 'this is the last account that administers: make another one first'
}

function describe ({ address, name, roles, state }: ListedAccount): string {
  return [address, name === '' ? '-' : name, roles.join(','), state].join('  ')
}
