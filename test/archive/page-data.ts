import type { Pages } from '../../src/platform/http/page.js'

/** The pages of the archive, with the data they are shown with. */
export const archivePages: Pick<Pages, 'archive/issue' | 'archive/withdrawn' | 'archive/list'> = {
  'archive/issue': {
    number: 3,
    slug: 'wege',
    title: 'Wege',
    date: '2027-01-31',
    preheader: 'Vorspann',
    publishedAt: '2027-01-31T08:00:00.000Z',
    picture: { name: 'a.png', alt: 'Ein Weg', width: 600, height: 300 },
    fragment: '<h2>Ein Artikel</h2>',
    corrections: [{ text: 'Der Termin ist der 8. Juni.', correctedAt: new Date('2027-02-01') }],
    events: [{ id: 'abschnitt-2', title: 'Konferenz', dates: ['Dienstag, 8. Juni 2027, Kassel'] }],
    before: { slug: 'davor', title: 'Davor' },
    after: { slug: 'danach', title: 'Danach' }
  },
  'archive/withdrawn': { title: 'Wege', reason: 'Die Ausgabe nannte falsche Zahlen.' },
  'archive/list': {
    words: 'wege',
    isChoice: true,
    years: [{ year: 2027, count: 1, isChosen: true }],
    categories: [{ category: 'Vor Ort', count: 1, isChosen: false }],
    category: '',
    total: 41,
    lines: [{
      number: 3,
      slug: 'wege',
      title: 'Wege',
      date: '2027-01-31',
      preheader: 'Vorspann',
      topics: ['Ein Artikel'],
      excerpt: [{ text: 'Alle ', isHit: false }, { text: 'Wege', isHit: true }]
    }],
    page: 2,
    pages: 3,
    before: '?suche=wege',
    after: '?suche=wege&seite=3',
    feeds: { atom: '/ausgaben/feed.xml', json: '/ausgaben/feed.json' }
  }
}
