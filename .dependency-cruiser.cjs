// Who may import whom. The test test/platform/import-rules.test.ts holds these rules.

/**
 * What a feature may use of the others: the files they export for it, and nothing else. Whoever
 * needs more adds a line here, where it can be seen.
 */
const SURFACES = {
  subscription: [],
  issue: ['subscription/links'],
  delivery: [
    'editor/account/mailbox',
    'issue/approval/(approve-content|approved-mail|hindrance)',
    'issue/draft/(deps|preview-draft|read-draft)',
    'issue/publish',
    'subscription/(links|recipients)'
  ],
  archive: ['issue/(published|summary)', 'issue/content/slug', 'issue/render/format'],
  bounce: [
    'delivery/(refusals|returned|verp)',
    'subscription/(end-subscriptions|erase-address|help-desk|links|recipients|unsubscribe)'
  ],
  editor: [],
  desk: [
    'editor/settings',
    'editor/account/(approvers|change-account|list-accounts|names|own-account|role|search-limit)',
    'editor/audit/(audit|export|line|page)',
    'editor/factor/(authenticator-app|recovery-codes|reset-password|second-factor)',
    'editor/invitation/(accept-invitation|invite|join)',
    'editor/passkey/(add-passkey|answer|check|join-by-passkey|own-passkeys|relying-party|sign-in-passkey)',
    'editor/session/(device|session|sign-in|sign-in-attempts|visit)',
    'editor/single-sign-on/(identity-provider|single-sign-on)',
    'issue/(blocks/form|blocks/registry|content/content|list-issues)',
    'issue/draft/[a-z-]+',
    'issue/approval/[a-z-]+',
    'editor/tell',
    'subscription/(address-messages|counts|departures|help-desk|import/add-imported|reader-count|send-again)',
    'privacy/import/(columns|control|deps|encoding|file-fault|options|records|refused-file|report)',
    'privacy/import/(upload|uploaded-file)',
    'privacy/export/(age|export)',
    'bounce/act/(held|standing|unread)',
    'bounce/read/shown-mail',
    'delivery/(control|delivery-states|grace|outcomes|pause-reason|progress|schedule|send-test|test-list)',
    'issue/content/(language|link|markdown)',
    'issue/rich-text/(document|from-docx|from-html|html|html-node|judge-element|markdown)',
    'issue/checks/(finding|look-up-links)',
    'issue/render/(issue-view|mail-views|read-aloud)',
    'issue/summary',
    'archive/(correct|page-view|withdraw)',
    'privacy/record/(document|facts|write-documents)',
    'privacy/retention/(period|rule|standing)',
    'privacy/rewrite/rewrite-tables'
  ],
  privacy: [
    'bounce/act/(erase-old|kept-of)',
    'delivery/(erase-failures|kept-of|restored)',
    'editor/account/erase-accounts',
    'editor/audit/erase-audit',
    'editor/erase-expired',
    'editor/passkey/challenge',
    'editor/session/(erase-sessions|sign-in-attempts)',
    'editor/single-sign-on/single-sign-on',
    'issue/draft/(delete-draft|erase-work|forget-traces|presence)',
    'issue/file/erase-unnamed-files',
    'subscription/(consent|counts|erase-again|erase-ended|erase-unconfirmed|suppression)',
    'subscription/(address-messages|confirmation-pace|consent-proof|even-time|limits|links|mailboxes|read-address)',
    'subscription/(import/add-imported|move/[a-z-]+)',
    'archive/move',
    'issue/(move-in|move-out)',
    'issue/draft/(move-in|move-out)',
    'subscription/own-data/[a-z-]+'
  ],
  api: [],
  site: [
    'issue/content/markdown',
    'issue/render/markdown-styles',
    'privacy/retention/(for-readers|rule)'
  ],
  local: []
}

const features = Object.keys(SURFACES)

/** These put the parts together, so they may import every one. */
const WIRING = '^src/(main|app|mailer|service|open-database|config|settings|sealed-rows)\\.ts$|^src/(cli|demo)/'

const betweenFeatures = features.map(feature => ({
  name: `${feature}-uses-what-others-export-for-it`,
  comment: `${feature} may import the files that SURFACES in .dependency-cruiser.cjs lists for it, and no others`,
  severity: 'error',
  from: { path: `^src/${feature}/` },
  to: {
    path: `^src/(${features.filter(other => other !== feature).join('|')})/`,
    ...(SURFACES[feature].length === 0 ? {} : { pathNot: `^src/(${SURFACES[feature].join('|')})\\.ts$` })
  }
}))

const NODEMAILER = '(^|/)node_modules/(@types/)?nodemailer/|^nodemailer$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...betweenFeatures,
    {
      name: 'platform-knows-no-feature',
      comment: 'platform/ is what features share: it imports nothing but itself',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/platform/' }
    },
    {
      name: 'features-are-given-their-settings',
      comment: 'a feature takes what it needs as arguments: it imports platform/, texts/ and features alone',
      severity: 'error',
      from: { path: `^src/(${features.join('|')})/` },
      to: { path: '^src/', pathNot: `^src/(platform|texts|${features.join('|')})/` }
    },
    {
      name: 'only-wiring-knows-all-features',
      comment: 'other files than those that put the parts together import no feature',
      severity: 'error',
      from: { path: '^src/', pathNot: `${WIRING}|^src/(platform|${features.join('|')})/` },
      to: { path: `^src/(${features.join('|')})/` }
    },
    {
      name: 'queries-stay-at-home',
      comment: 'the queries of a feature are run by that feature alone',
      severity: 'error',
      from: { path: '^src/([^/]+)' },
      to: { path: '\\.queries\\.ts$', pathNot: '^src/$1/' }
    },
    {
      name: 'tests-reach-no-subscriber',
      comment: 'what sends a test mail reaches no query of subscribers, in however many steps',
      severity: 'error',
      from: { path: '^src/(delivery/send-test|desk/drafts/test-mail-routes)\\.ts$' },
      to: { path: '^src/subscription/.*\\.queries\\.ts$', reachable: true }
    },
    {
      name: 'nodemailer-opens-sessions',
      comment: 'open-session.ts alone speaks SMTP by nodemailer; compile.ts folds header fields by it',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/(smtp/open-session|mail/compile)\\.ts$' },
      to: { path: NODEMAILER }
    },
    {
      name: 'nodemailer-folds-header-fields',
      comment: 'compile.ts uses mime-funcs of nodemailer and nothing else of it',
      severity: 'error',
      from: { path: '^src/platform/mail/compile\\.ts$' },
      to: { path: NODEMAILER, pathNot: '/mime-funcs/' }
    },
    {
      name: 'scripts-are-for-browsers',
      comment: 'the compiled program does not import scripts for browsers; they are not even compiled with it',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/desk/script/' },
      to: { path: '^src/desk/script/' }
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true }
    },
    {
      name: 'no-orphan',
      comment: 'a file that nobody imports and that imports nobody is forgotten',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/desk/script/desk\\.ts$', orphan: true },
      to: {}
    },
    {
      name: 'src-runs-without-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' }
    },
    {
      name: 'src-runs-without-dev-dependencies',
      comment: 'the scripts for browsers are bundled when the program is built, with all that they import',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/desk/script/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'npm-optional', 'type-only'] }
    },
    {
      name: 'imports-lead-somewhere',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] }
  }
}
