import type { Command } from 'commander'
import type { ConsentProof } from '../../subscription/consent-proof.js'
import { findStored, readProofsFor, type Stored } from '../../subscription/help-desk.js'
import { say } from '../command.js'
import { acting, addressCommand, sayNothing, withAddress, type OneAddress } from '../one-address.js'

interface ProofOptions { json?: boolean }

/** `privacy proof`: what shows an authority that the owner of an address agreed. */
export function proofCommand (): Command {
  return addressCommand('proof')
    .description('print what proves that the owner of an address agreed to get the newsletter')
    .action(async (options: ProofOptions, command: Command) => {
      await withAddress(command, async one => await prove(one, options))
    })
}

async function prove (one: OneAddress, options: ProofOptions): Promise<void> {
  const { masked, canonical } = one
  const stored = await findStored(one, canonical)
  const proofs = await readProofsFor({ ...acting, ...one }, canonical)
  const document = {
    address: masked,
    // What a subscriber agreed to stands with the subscription, whether proofs are kept or not.
    subscriptions: stored.map(({ state, wording, consentSource, requestedAt, mailSentAt, confirmedAt }) => (
      { state, wording, source: consentSource, asked_at: requestedAt, mailed_at: mailSentAt, confirmed_at: confirmedAt }
    )),
    proofs: proofs.map(proof => ({
      wording: proof.wording,
      wording_sha256: proof.wordingHash,
      wording_first_shown_at: proof.firstShownAt,
      asked_at: proof.askedAt,
      mailed_at: proof.mailedAt,
      mail_sha256: proof.mailHash,
      confirmed_at: proof.confirmedAt,
      left_at: proof.leftAt
    }))
  }
  if (stored.length + proofs.length === 0) return sayNothing(one, options, document)
  if (options.json === true) return say(JSON.stringify(document))
  say(`Consent of ${masked}, times in UTC.`, ...stored.flatMap(describeStored), ...proofs.flatMap(describeProof))
  if (proofs.length === 0) say('', 'No proof is kept beside the subscription: CONSENT_PROOF was off.')
}

function describeStored ({ state, wording, consentSource, requestedAt, mailSentAt, confirmedAt }: Stored): string[] {
  return [
    '', `Subscription, ${state}`,
    line('asked', requestedAt), line('confirmation mail left', mailSentAt), line('confirmed', confirmedAt),
    `  wording: ${wording}`,
    ...consentSource === null ? [] : [`  given on this occasion, by an imported list: ${consentSource}`]
  ]
}

function describeProof (proof: ConsentProof): string[] {
  return [
    '', proof.leftAt === null ? 'Proof of a subscription that goes on' : 'Proof of a subscription that has ended',
    line('asked', proof.askedAt), line('confirmation mail left', proof.mailedAt),
    `  SHA-256 of that mail as it was sent: ${proof.mailHash ?? 'not noted'}`,
    line('confirmed', proof.confirmedAt), line('left', proof.leftAt),
    `  wording, first shown on ${proof.firstShownAt.toISOString()}, SHA-256 ${proof.wordingHash}:`,
    `  ${proof.wording}`
  ]
}

function line (what: string, at: Date | null): string {
  return `  ${what}: ${at === null ? 'no' : at.toISOString()}`
}
