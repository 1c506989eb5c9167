import { showForm } from '../../../src/desk/drafts/form-view.js'
import { inboxRows } from '../../../src/desk/drafts/inbox.js'
import { BLOCK_KINDS } from '../../../src/issue/blocks/registry.js'
import { HEAD_FORM } from '../../../src/issue/draft/head.js'

/** Pictures stand below the path of the service, as the pages do that are tested with it. */
const place = { id: 'b', name: '', base: '/hessen/brief' }

/** The pages about drafts, each with the data it is shown with. */
export function draftPages (probe: string): Record<string, Record<string, unknown>> {
  const fields = BLOCK_KINDS.flatMap(({ type, form }) => [...showForm(form, {
    headline: probe, body: probe, dates: [{ start: probe }], files: [{}], picture: { name: 'x.png' }
  }, { ...place, id: type })])
  const at = { by: probe, at: '1. März 2027' }
  const comments = [{ id: '1', text: probe, ...at, resolved: false }, { id: '2', text: probe, ...at, resolved: true }]
  const others = [{ id: '1', ...at }]
  const block = {
    id: '1',
    kind: 'article',
    name: probe,
    place: 1,
    isLast: true,
    version: 1,
    savedAt: '',
    by: probe,
    fields,
    comments,
    others,
    present: [probe],
    focus: ''
  }
  const earlier = [
    { version: 1, name: probe, lately: probe, differs: [{ label: probe, value: probe }] },
    { version: 0, name: 'Grundeinstellung', lately: '', differs: [] }
  ]
  const draftLine = {
    id: '1',
    title: probe,
    state: 'Entwurf',
    page: '/freigabe',
    blocks: 1,
    openComments: 1,
    changedAt: '',
    date: '2027-03-01'
  }
  const version = { number: 1, what: probe, ...at }
  const change = [{ label: probe, parts: [{ text: probe, change: 'added' }, { text: probe, change: 'removed' }] }]
  const differences = [{ name: probe, change: 'changed', isMoved: true, fields: change }]
  const notice = { kind: 'success', text: probe, undo: 'entwuerfe/1/zurueckholen' }
  const head = { fields: showForm(HEAD_FORM, { title: probe }, place), version: 1, savedAt: '', by: probe, others }
  const finding = { code: 'a', message: probe, where: probe, anchor: 'kopf-title', repair: probe, key: 'a/b' }
  const mail = {
    view: 'aloud',
    views: [{ view: 'aloud', name: 'Vorgelesen' }],
    framed: false,
    subject: probe,
    text: probe,
    spoken: [{ kind: 'heading', level: 1, text: probe, count: 0 }, { kind: 'list', level: 0, text: '', count: 2 }],
    hash: null,
    htmlKilobytes: 1,
    textKilobytes: 1
  }
  return {
    'desk/approval': {
      draft: '1',
      title: probe,
      standing: probe,
      phase: 'decide',
      notice,
      lately: probe,
      reason: probe,
      asked: probe,
      number: 1,
      approvers: [{ id: '1', name: probe, may: true }, { id: '2', name: probe, may: false }],
      toAsk: [{ id: '1', name: probe, may: true }],
      rule: probe,
      barriers: 1,
      hints: 1,
      findings: { barriers: [finding], hints: [finding] },
      changes: { heading: probe, differences },
      comments,
      mail,
      readers: 4_812,
      mayApprove: true,
      isOwnWork: false,
      emergency: probe,
      typedReason: probe
    },
    'desk/emergency': { draft: '1', title: probe, hash: 'abc', reason: probe, error: probe },
    'desk/issue': {
      number: 3,
      title: probe,
      date: '4. März 2027',
      slug: 'x',
      draft: '1',
      state: probe,
      phase: 'delivery',
      notice,
      readers: 4_812,
      typesCount: true,
      grace: 5,
      start: null,
      hindered: '',
      progress: {
        phase: 'sending',
        state: probe,
        reason: probe,
        round: 2,
        planned: 4_812,
        sent: 12,
        failed: 1,
        skipped: 0,
        waiting: 4_799,
        deferred: 2,
        mayHaveRepeated: 1,
        percent: 0,
        pace: probe,
        spoken: '0 Prozent, im Versand',
        failures: [{ what: probe, count: 1 }],
        canRetry: false
      },
      course: probe,
      departures: { total: probe, chart: '<svg></svg>', days: [{ day: probe, departures: probe }] },
      returned: { kinds: [{ name: probe, count: 2 }], isHeld: true },
      typed: { day: '', time: '', count: '' },
      fault: { form: 'spaeter', field: 'moment', text: probe }
    },
    'desk/compare': {
      issues: [{
        number: 3,
        title: probe,
        date: '4. März 2027',
        planned: 4_812,
        sent: 4_800,
        failed: 12,
        failedShare: '0,2 %',
        departed: probe
      }],
      chart: '<svg></svg>',
      older: 2
    },
    'desk/website': {
      number: 3,
      title: probe,
      date: '4. März 2027',
      slug: 'x',
      notice,
      corrections: [{ id: 1, text: probe, by: probe }],
      withdrawal: { reason: probe, by: probe },
      typed: { text: probe, reason: probe },
      errors: { text: probe, reason: probe }
    },
    'desk/house': {
      pages: [{ path: '', name: probe, isHere: false }, { path: 'herausgeber', name: probe, isHere: true }],
      path: 'herausgeber',
      title: 'Herausgeber',
      intro: probe,
      fields: [
        { id: 'city', kind: 'text', label: probe, hint: probe, value: probe, html: null, error: probe, holds: probe },
        { id: 'phone', kind: 'tel', label: 'Telefon', hint: '', value: '1', html: null, error: null, holds: null },
        { id: 'text', kind: 'prose', label: 'Text', hint: '', value: probe, html: '<p></p>', error: null, holds: null }
      ],
      version: 3,
      lately: probe,
      earlier,
      arrives: probe,
      samples: [{ caption: probe, alt: probe, src: 'data:image/svg+xml,probe' }],
      repair: '#123456',
      problem: { heading: probe, text: probe },
      done: null
    },
    'desk/settings': {
      pages: [{ path: '', name: probe, isHere: true }],
      fourEyes: {
        path: 'vier-augen', rules: [{ rule: 'all', name: probe, holds: true }], version: 2, lately: probe, earlier
      },
      testList: {
        path: 'testliste', accounts: [{ id: '1', title: probe, has: true }], version: 2, lately: probe, earlier
      },
      grace: { path: 'bedenkzeit', minutes: 5, most: 60, version: 0, lately: '', error: probe, earlier: [] },
      done: null
    },
    'desk/preview': {
      draft: '1',
      title: probe,
      mail,
      leftOut: [{ id: '1', name: probe }],
      weights: [{ id: '1', name: probe, kilobytes: 3 }],
      findings: { barriers: [finding], hints: [finding] },
      said: probe,
      testList: 2
    },
    'desk/links': {
      draft: '1',
      title: probe,
      count: 2,
      links: [{ condition: 'Defekt', message: probe, href: probe, where: probe, anchor: 'b1-body' }]
    },
    'desk/drafts': {
      returned: [probe],
      waiting: [draftLine],
      drafts: [{ ...draftLine, page: '' }],
      issues: [{ number: 1, title: probe, state: 'versandt', date: '' }],
      older: 3,
      notice
    },
    'desk/deleted-drafts': { drafts: [{ id: '1', title: probe, deletedAt: '', until: '', by: probe }] },
    'desk/new-draft': { issues: [{ number: 1, title: probe }], errors: [{ where: 'Zeile 1', message: probe }] },
    'desk/draft': {
      id: '1',
      title: probe,
      state: 'Entwurf',
      reason: probe,
      notice,
      head,
      sender: probe,
      inbox: inboxRows({ subject: probe, preheader: probe }),
      blocks: [block],
      outline: [{ id: '1', name: probe, place: 1 }],
      comments,
      present: [probe],
      usualSubject: '%t',
      views: [{ view: 'phone', name: 'Telefon' }],
      kinds: [{ type: 'article', name: 'Artikel', purpose: probe }],
      after: 1,
      canAdd: true
    },
    'desk/conflict': {
      draft: '1', kept: '2', block: '3', name: probe, version: 2, mine: at, theirs: at, differences: change, fields
    },
    'desk/block-gone': { draft: '1', text: probe },
    'desk/versions': {
      draft: '1', title: probe, versions: [version], others: [{ id: '1', what: probe, ...at }], error: probe
    },
    'desk/version': { draft: '1', title: probe, version, other: version, differences }
  }
}
