import { readConfig, type Config } from '../../src/config.js'

/** The rival's mails are told from ours by their sender. */
export const POOLED_SENDER = 'pool@hessen.example'

/** What a rival program is told: the mailer's own settings, and which issue is measured. */
export interface Setup { config: Config, number: number }

/** The settings of the environment, and the number from the command line. */
export function readSetup (): Setup {
  return { config: readConfig(process.env), number: Number(process.argv[2]) }
}
