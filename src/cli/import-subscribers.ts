import { Command, Option } from 'commander'
import { FIELDS } from '../privacy/import/columns.js'
import { undoImport } from '../privacy/import/control.js'
import { ENCODINGS } from '../privacy/import/encoding.js'
import { readImport } from '../privacy/import/report.js'
import { workOffUndo } from '../privacy/import/undo.js'
import { askWhether } from './ask.js'
import { say, withDatabase, type CommandDeps } from './command.js'
import { actingDeps, importFile, type ImportFileOptions } from './import-file.js'
import { importArchive, looksLikeArchive } from './import-archive.js'
import { collectColumn, DELIMITER_NAMES } from './import-options.js'

const HELP = `
Every address is asked by mail whether it wants the newsletter, at a pace, unless --active is given:
then each line must prove a consent by its time, wording and source, and somebody must approve the
import at the desk. Nobody who is stored already is changed.
If it was interrupted, the same command goes on where it was.
"subscribers undo ID" takes an import back.

An archive of another installation is verified as a whole first. Its active subscribers stay active, with
their consent; suppressed addresses stay suppressed; issues, drafts, pictures and what the house says of
itself come along. The passphrase is typed at a prompt, or is the one line of a pipe (then with --yes).`

/** `subscribers import`: takes a list of addresses over from a file. */
export function importCommand (): Command {
  return new Command('import').description('take a list of addresses over from a CSV file, or a whole archive')
    .argument('<file>', 'CSV, with commas, semicolons or tabs; or an archive of "subscribers export"')
    .option('--dry-run', 'only say what would happen')
    .addOption(new Option('--delimiter <name>', 'what is between columns').choices(Object.keys(DELIMITER_NAMES)))
    .addOption(new Option('--encoding <name>', 'how the file is encoded').choices(ENCODINGS))
    .option('--header', 'the first line names the columns')
    .option('--no-header', 'the first line is an address already')
    .option('--column <field=name>', `which column holds what (${FIELDS.join(', ')}), by name or number; repeatable`,
      collectColumn, [])
    .option('--active', 'the file proves the consent of everybody in it')
    .option('--refused <file>', 'write the lines that are not taken over, with the reason, to this file')
    .option('--identity <file>', 'the secret key of age that opens an archive; without, a passphrase is asked for')
    .option('-y, --yes', 'do not ask')
    .option('--json', 'print one JSON document')
    .addHelpText('after', HELP)
    .action(async (file: string, options: ImportFileOptions & { identity?: string }) => {
      const isArchive = options.identity !== undefined || await looksLikeArchive(file)
      await withDatabase(async deps =>
        await (isArchive ? importArchive(deps, file, options) : importFile(deps, file, options)))
    })
}

const NOT_UNDONE = 'no such import can be undone'

/** `subscribers undo`: takes an import back. */
export function undoCommand (): Command {
  return new Command('undo').description('erase those whom an import has added and who have not confirmed')
    .argument('<id>', 'the number of the import')
    .option('-y, --yes', 'do not ask')
    .option('--json', 'print one JSON document')
    .action(async (text: string, options: UndoOptions) => {
      if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error('an import is named by its number')
      await withDatabase(async command => await undo(command, Number(text), options))
    })
}

interface UndoOptions { yes?: boolean, json?: boolean }

async function undo (command: CommandDeps, id: number, { yes = false, json = false }: UndoOptions): Promise<void> {
  const deps = await actingDeps(command)
  const tell = (undone: number, sentence: string): void => say(json ? JSON.stringify({ import: id, undone }) : sentence)
  const found = await readImport({ db: deps.pool }, id)
  if (found === null) throw new Error(NOT_UNDONE)
  const question = `Undo import ${id}? Of the ${found.added} it has added, those who have not confirmed are erased.`
  if (!yes && !await askWhether(question)) {
    tell(0, 'Nothing was erased.')
    process.exitCode = 1
    return
  }
  if (await undoImport(deps, id) === null) throw new Error(NOT_UNDONE)
  await workOffUndo(deps, id)
  const undone = (await readImport({ db: deps.pool }, id))?.undone ?? 0
  tell(undone, `Import ${id} is undone: ${undone} addresses are erased.`)
}
