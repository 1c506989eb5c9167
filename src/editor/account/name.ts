const LONGEST_NAME = 100

export type NameFault = 'missing' | 'long'

/** A name as it is stored: without spaces at its ends, and none but single ones within. */
export function tidyName (text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.normalize('NFC').replace(/[\s\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e]+/g, ' ').trim()
}

export function nameFault (name: string): NameFault | null {
  if (name === '') return 'missing'
  return name.length > LONGEST_NAME ? 'long' : null
}
