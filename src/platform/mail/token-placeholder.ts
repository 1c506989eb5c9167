import { TOKEN_LENGTH } from '../crypto/token.js'

/**
 * What stands in a compiled mail where a reader's own link token goes. It is as long as a token
 * and made of the same characters, so that filling it in never moves a line break.
 */
export const TOKEN_PLACEHOLDER = 'SLOT-token-'.padEnd(TOKEN_LENGTH, '0')
