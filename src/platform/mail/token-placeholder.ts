import { TOKEN_LENGTH } from '../crypto/token.js'

/**
 * Stands for the recipient's own link token in a compiled mail. It has the length and the
 * characters of a token, so that filling it in never moves a line break.
 */
export const TOKEN_PLACEHOLDER = 'SLOT-token-'.padEnd(TOKEN_LENGTH, '0')
