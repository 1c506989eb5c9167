import type { CheckedIssue } from './checked-issue.js'
import type { Check } from './check.js'
import type { Found } from './finding.js'
import { isShouted } from './headings.js'

const MOST_CHARACTERS = 70

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

interface Inbox { subject: string, preheader: string, subjectField: string }

/** What inboxes show. The subject is made of the title unless the editor wrote one. */
function inboxOf ({ texts, rendered }: CheckedIssue): Inbox {
  const head = (key: string): string | undefined =>
    texts.find(({ block, field }) => block === null && field[0] === key)?.value
  const own = head('subject')
  return {
    subject: rendered?.subject ?? own ?? head('title') ?? '',
    preheader: head('preheader') ?? '',
    subjectField: own === undefined ? 'title' : 'subject'
  }
}

function inInbox (judge: (inbox: Inbox) => Found | null): Check['find'] {
  return issue => {
    const found = judge(inboxOf(issue))
    return found === null ? [] : [found]
  }
}

export const subjectLong: Check = {
  code: 'subject-long',
  level: 'hint',
  about: `Der Betreff hat mehr als ${MOST_CHARACTERS} Zeichen.`,
  find: inInbox(({ subject, subjectField }) => subject.length <= MOST_CHARACTERS
    ? null
    : {
        block: null,
        field: [subjectField],
        message: `Der Betreff ist mit ${subject.length} Zeichen recht lang. ` +
          `Viele Postfächer zeigen nur etwa ${MOST_CHARACTERS}.`
      })
}

export const subjectCapitals: Check = {
  code: 'subject-capitals',
  level: 'hint',
  about: 'Der Betreff ist ganz in Großbuchstaben geschrieben.',
  find: ({ texts }) => texts
    .filter(({ block, field: [key], value }) => block === null && key !== 'preheader' && isShouted(value))
    .map(({ block, field }) => ({
      block,
      field,
      message: 'Großbuchstaben im Betreff sind schwer zu lesen, und Filter halten die Mail eher für Werbung.'
    }))
}

export const preheaderRepeatsSubject: Check = {
  code: 'preheader-repeats-subject',
  level: 'hint',
  about: 'Der Vorspann wiederholt den Betreff oder den Titel.',
  find: issue => {
    const { subject, preheader } = inboxOf(issue)
    const title = issue.texts.find(({ block, field: [key] }) => block === null && key === 'title')?.value ?? ''
    const shown = plain(preheader)
    if (shown === '' || ![subject, title].map(plain).some(line => line !== '' && shown.startsWith(line))) return []
    const message = 'Der Vorspann wiederholt den Betreff. Postfächer zeigen beide nebeneinander: Sagen Sie etwas Neues.'
    return [{ block: null, field: ['preheader'], message }]
  }
}
