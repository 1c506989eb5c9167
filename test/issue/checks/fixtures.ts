import { AT } from './clean-issue.js'

/** One planted defect. */
export interface Fixture {
  code: string
  /** The block and the field that the finding leads to. */
  at: readonly [block: number | null, ...field: string[]]
  /** What is changed, by its path from the issue; undefined removes it. */
  set: ReadonlyArray<readonly [path: ReadonlyArray<string | number>, value: unknown]>
  sendAt?: string
  /** The value that the repair gives to the field; left out where there is no repair. */
  repaired?: string
}

const { article, event, call, contents, downloads, editorial, press, quotation } = AT
type Way = readonly [block: number | null, ...field: string[]]
/** The value of one field; a field of the head has no block. */
function inField (code: string, at: Way, value: unknown, repaired?: string): Fixture {
  const [block, ...field] = at
  const path = block === null ? field : ['blocks', block, ...field]
  return { code, at, set: [[path, value]], ...(repaired === undefined ? {} : { repaired }) }
}
const inBody = (code: string, text: string, repaired?: string): Fixture =>
  inField(code, [article, 'body'], text, repaired)
const ofAlt = (code: string, text: string, repaired?: string): Fixture =>
  inField(code, [article, 'picture', 'alt'], text, repaired)
const words = (count: number): string => `${'Wort und '.repeat(count / 2 - 1)}Wort Ende.`

export const FIXTURES: readonly Fixture[] = [
  inField('field-empty', [null, 'title'], ''),
  inField('field-empty', [null, 'date'], undefined),
  inField('field-empty', [editorial, 'body'], undefined),
  inField('field-empty', [event, 'dates', '1', 'place'], ' '),
  inField('field-empty', [downloads, 'files'], []),
  inField('field-empty', [article, 'link', 'label'], undefined),
  inField('field-invalid', [call, 'deadline'], '31.12.2027'),
  inField('field-invalid', [article, 'link', 'url'], 'kueche.example'),
  inField('field-invalid', [press], { type: 'pressekontakt', name: 'Jorid Bach' }),
  inField('field-invalid', [article, 'category'], 'Vor Ort '.repeat(8)),
  inBody('placeholder-left', 'Lorem ipsum dolor sit amet.'),
  inField('placeholder-left', [event, 'dates', '0', 'place'], 'TODO'),

  inField('alt-missing', [article, 'picture', 'alt'], undefined),
  ofAlt('alt-missing', '  '),
  ofAlt('alt-file-name', 'topf-final_2.JPG'),
  ofAlt('alt-file-name', 'IMG_2041'),
  ofAlt('alt-says-nothing', 'Logo'),
  ofAlt('alt-begins-with-picture', 'Bild von einer Frau mit einem Topf.', 'Eine Frau mit einem Topf.'),
  ofAlt('alt-begins-with-picture', 'Foto: Eine Frau rührt im Topf.', 'Eine Frau rührt im Topf.'),
  ofAlt('alt-begins-with-picture', 'Foto von einer jungen Frau am Herd.'),
  ofAlt('alt-repeats-caption', 'Foto Ute Sommer'),
  ofAlt('alt-repeats-heading', 'Ein Kochbuch in drei Sprachen!'),
  ofAlt('alt-long', 'Eine Frau rührt im Topf. '.repeat(11)),

  inBody('link-text-vague', 'Das Rezept steht [hier](https://kueche.example/suppe).'),
  inBody('link-text-vague', '[Mehr erfahren …](https://kueche.example/suppe)'),
  inField('link-text-vague', [article, 'link', 'label'], 'Weiterlesen'),
  inBody('link-text-is-address', 'Das Rezept steht unter https://kueche.example/suppe und im Buch.'),
  inBody('link-text-is-address', 'Alles unter [www.kueche.example](https://www.kueche.example).'),
  inBody('link-text-empty', 'Ein Rezept [](https://kueche.example/suppe) für alle.'),
  inBody(
    'link-text-ambiguous',
    'Die [Suppe](https://kueche.example/1) und noch eine [Suppe](https://kueche.example/2).'
  ),
  inBody(
    'link-unencrypted',
    'Das [Rezept](http://kueche.example/suppe).', 'Das [Rezept](https://kueche.example/suppe).'
  ),
  inBody(
    'link-tracking', 'Das [Rezept](https://kueche.example/a?id=1&utm_source=brief#x).',
    'Das [Rezept](https://kueche.example/a?id=1#x).'
  ),
  inBody('link-internal', 'Die [Übersicht der Küchen](https://intranet/kuechen).'),
  inBody('anchor-dead', 'Das steht [weiter unten](#_Toc4711) im Text.', 'Das steht weiter unten im Text.'),
  inBody(
    'anchor-dead',
    'Das [Fest der Tafel](https://brief.example/ausgaben/gemeinsam-am-tisch#abschnitt-99).', 'Das Fest der Tafel.'
  ),
  {
    code: 'contents-empty',
    at: [press],
    set: [
      [['blocks', contents], { type: 'quotation', text: 'Guten Appetit!', speaker: 'A. B.' }],
      [['blocks', press], { type: 'table_of_contents' }]
    ]
  },

  inBody(
    'heading-order',
    'Text.\n\n### Eins\n\nText.\n\n##### Zwei\n\nText.', 'Text.\n\n### Eins\n\nText.\n\n#### Zwei\n\nText.'
  ),
  inBody('heading-order', '#### Zu tief\n\nText.', '### Zu tief\n\nText.'),
  inBody('heading-empty', '### Eins\n\nText.\n\n###\n\nMehr Text.', '### Eins\n\nText.\n\n\nMehr Text.'),
  inBody('heading-faked', 'Text.\n\n**So geht es weiter**\n\nText.', 'Text.\n\n### So geht es weiter\n\nText.'),
  inBody('heading-without-text', 'Ein Text.\n\n### Ausblick'),
  inField('heading-punctuation', [article, 'headline'], 'Ein Kochbuch entsteht.', 'Ein Kochbuch entsteht'),
  inField('heading-capitals', [call, 'title'], 'JETZT GELD BEANTRAGEN'),
  inField('heading-long', [event, 'title'], 'Ein Fest für alle '.repeat(7)),
  inField('heading-repeated', [call, 'title'], 'Fest der langen Tafel'),

  inBody(
    'language-mark-missing', 'Alle sagen: Ласкаво просимо всіх до столу! Dann wird gegessen.',
    'Alle sagen: [Ласкаво просимо всіх до столу!]{lang=uk} Dann wird gegessen.'
  ),
  inBody(
    'language-mark-missing',
    'Am Eingang steht أهلا وسهلا بكم in Gold.', 'Am Eingang steht [أهلا وسهلا بكم]{lang=ar} in Gold.'
  ),
  inBody(
    'language-mark-missing', 'So beginnt es.\n\nPlease bring your favourite dish to the long table.',
    'So beginnt es.\n\n[Please bring your favourite dish to the long table.]{lang=en}'
  ),
  inBody(
    'language-mark-missing', 'Bu kitap herkes için ücretsiz ve çok güzel.',
    '[Bu kitap herkes için ücretsiz ve çok güzel.]{lang=tr}'
  ),
  ...[
    ['fr', 'Venez avec vos amis et apportez un plat pour la grande table.'],
    ['es', 'Vengan con sus amigos y traigan un plato para la mesa larga.'],
    ['it', 'Venite con gli amici e portate un piatto per la tavola lunga.'],
    ['pl', 'Zapraszamy do stołu, przynieście potrawy na wspólny obiad i dla sąsiadów.'],
    ['ro', 'Vă așteptăm la masă cu prietenii și cu mâncare pentru toți.'],
    ['ru', 'Приходите с друзьями и приносите еду, мы вас ждём!'],
    ['fa', 'با دوستان خود بیایید و غذا بیاورید!']
  ].map(([code = '', text = '']) => inBody('language-mark-missing', text, `[${text}]{lang=${code}}`)),
  inField('language-mark-missing', [quotation, 'text'], 'When we cook together, we are all at home.', 'en'),

  {
    code: 'event-over',
    at: [event, 'dates', '0'],
    set: [[['blocks', event, 'registration'], undefined]],
    sendAt: '2027-06-12 18:01'
  },
  inField('deadline-over', [call, 'deadline'], '2027-03-03'),
  inField('deadline-over', [event, 'registration', 'deadline'], '2027-02-01'),
  inField(
    'weekday-wrong', [event, 'description'],
    'Das Fest beginnt am Freitag, 12. Juni 2027.', 'Das Fest beginnt am Samstag, 12. Juni 2027.'
  ),
  { code: 'too-heavy', at: [null], set: [[['blocks', article, 'body'], 'Wir kochen heute.\n\n'.repeat(2_000)]] },

  inField('subject-long', [null, 'subject'], 'Nachbarschaftsbrief: Gemeinsam am Tisch, im Hof, im Garten und am Fluss'),
  inField('subject-capitals', [null, 'subject'], 'JETZT ANMELDEN'),
  inField('preheader-repeats-subject', [null, 'preheader'], 'Gemeinsam am Tisch'),

  inBody('sentence-long', words(26)),
  inBody('nominal-style', 'Die Durchführung, die Beantragung und die Abwicklung folgen der Bewilligung.'),
  inBody('officialese', 'Bezüglich der Töpfe fragen Sie uns.'),
  inBody('paragraph-long', `${'Wir kochen heute. '.repeat(41)}`),
  inBody('word-long', 'Es gibt eine Gemeinschaftsküchenbenutzungsgebührensatzung.'),
  {
    code: 'contact-unreachable',
    at: [press, 'phone'],
    set: [[['blocks', press, 'phone'], undefined], [['blocks', press, 'email'], undefined]]
  },
  inField('download-size-doubtful', [downloads, 'files', '0', 'size'], 48),
  inField('download-type-differs', [downloads, 'files', '0', 'type'], 'ODT', 'PDF'),

  inBody('space-doubled', 'Zwei  Löffel Salz.', 'Zwei Löffel Salz.'),
  inBody('space-before-punctuation', 'Zwei Löffel Salz , dann rühren.', 'Zwei Löffel Salz, dann rühren.'),
  inBody('quotes-straight', 'Wir nennen es "Tafel".', 'Wir nennen es „Tafel“.'),
  inBody('quotes-straight', 'Wir nennen es “Tafel”.', 'Wir nennen es „Tafel“.'),
  inBody('hyphen-as-dash', 'Suppe - und dann Nachtisch.', 'Suppe – und dann Nachtisch.'),
  inBody('punctuation-repeated', 'Kommen Sie alle!!!', 'Kommen Sie alle!'),
  inBody('invisible-character', 'Linsen\u00adsuppe für alle.', 'Linsensuppe für alle.')
]
