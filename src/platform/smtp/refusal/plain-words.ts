/** More says nothing new, and a long text must not take long. */
const MOST_CHARACTERS = 4_000
const LINK = /\b(?:https?:\/\/|www\.)\S{1,500}/g
const ADDRESS = /[^\s<>()[\]",;:]{1,64}@[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){0,10}/gu
const HOST = /\b(?:[a-z0-9_-]{1,63}\.){1,8}(?:com|net|org|edu|gov|mil|int|info|biz|local|[a-z]{2})\b(?!\.[a-z])/g
/** Two letters that are a word more often than a country, after a full stop without a space. */
const WORDS = /\.(?:am|as|at|be|by|do|if|in|is|it|me|my|no|or|so|to|us|we)$/

/**
 * The words of a reply without what only looks like some: links, addresses, names of hosts. In
 * lower case, with single spaces, without hyphens and punctuation but for the ends of sentences.
 */
export function plainWords (text: string): string {
  return text.slice(0, MOST_CHARACTERS).toLowerCase()
    .replace(LINK, ' ')
    .replace(ADDRESS, ' ')
    .replace(HOST, host => WORDS.test(host) ? host : ' ')
    .replace(/[\u2018\u2019\u00b4`]/g, '\'')
    .replace(/n't\b|(?<=\bcan)not\b/g, ' not')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, '')
    .replace(/[.!?](?=\s|$)/g, ' . ')
    .replace(/(?:[^\p{L}\p{N}.']|\.(?! )|(?<! )\.)+/gu, ' ')
    .replace(/\bmail box/g, 'mailbox')
    .trim()
}
