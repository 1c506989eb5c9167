/** What may be wrong with an archive. */
export type ArchiveFaultCode =
  | 'empty' | 'not_age' | 'armored' | 'not_archive' | 'wrong_passphrase' | 'wrong_key' | 'needs_key'
  | 'needs_passphrase' | 'damaged' | 'cut' | 'newer' | 'garbage' | 'unknown_kind' | 'counts' | 'changed'

const SENTENCES: Readonly<Record<ArchiveFaultCode, string>> = {
  empty: 'it is empty',
  not_age: 'it is not encrypted by age, as archives are',
  armored: 'it is an age file as text (armored); archives are binary',
  not_archive: 'it opens, and what is in it is not an archive of this program',
  wrong_passphrase: 'the passphrase is not the one that it was encrypted with',
  wrong_key: 'none of the keys opens it',
  needs_key: 'it is encrypted to a key: give the file with the secret key as --identity',
  needs_passphrase: 'it is encrypted with a passphrase; leave --identity out',
  damaged: 'it is cut or was changed since it was made',
  cut: 'it has no end: the export was broken off',
  newer: 'a newer version of this program has made it: update this one first',
  garbage: 'a line of it is not what the format says',
  unknown_kind: 'it has a record of a kind that this version does not know',
  counts: 'it does not hold what its end says',
  changed: 'the file was changed while it was being taken over; run the command again'
}

/** An archive cannot be taken over. Its message is one line, without anything from the archive. */
export class ArchiveFault extends Error {
  constructor (readonly code: ArchiveFaultCode, readonly line: number | null = null) {
    super(`the archive cannot be taken over: ${SENTENCES[code]}${line === null ? '' : ` (line ${line})`}`)
  }
}
