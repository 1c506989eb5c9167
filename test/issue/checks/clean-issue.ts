import { PICTURE } from '../sample.js'

/** An issue with every kind of block, in which no check finds anything. */
export const CLEAN = {
  subject: 'Nachbarschaftsbrief: Gemeinsam am Tisch',
  title: 'Gemeinsam am Tisch',
  preheader: 'Ein Kochbuch, ein Fest und Geld für gute Ideen aus Ihrer Straße.',
  date: '2027-03-04',
  slug: 'gemeinsam-am-tisch',
  blocks: [
    {
      type: 'editorial',
      heading: 'Guten Tag,',
      body: 'beim Essen kommen Menschen ins Gespräch. Das gilt z. B. auch für das Fest am 12. Juni.\n\n' +
        'Schreiben Sie uns an [post@kueche.example](mailto:post@kueche.example).',
      author: { name: 'Dr. Ute Sommer', role: 'Redaktion' }
    },
    { type: 'table_of_contents' },
    {
      type: 'article',
      category: 'Vor Ort',
      headline: 'Ein Kochbuch in drei Sprachen',
      lead: 'Zwölf Familien haben ihre Rezepte aufgeschrieben.',
      picture: { ...PICTURE, alt: 'Eine Frau rührt in einem großen Topf Linsensuppe.', credit: 'Foto: Ute Sommer' },
      body: 'Auf dem Umschlag steht [Hoş geldiniz, soframıza buyurun]{lang=tr}, und das ist ernst gemeint.\n\n' +
        '### So ist das Buch entstanden\n\n' +
        'Die Gruppe traf sich jeden Dienstag. Es wurde „ausprobiert, verworfen, neu gewürzt“ – bis es schmeckte.\n\n' +
        '- Das [Rezept für Linsensuppe](https://kueche.example/linsensuppe) steht im Netz.\n' +
        '- Mehr als 300 Bücher sind schon verkauft.',
      quotation: { text: 'Jetzt kenne ich meine Nachbarn.', speaker: 'Amal Haddad', role: 'Köchin' },
      link: { label: 'Kochbuch bestellen', url: 'https://kueche.example/buch' }
    },
    {
      type: 'event',
      title: 'Fest der langen Tafel',
      description: 'Bringen Sie mit, was Ihnen schmeckt. Das Fest beginnt am Samstag, 12. Juni 2027.',
      dates: [
        { start: '2027-06-12 12:00', end: '2027-06-12 18:00', place: 'Marktplatz' },
        { start: '2027-06-13 12:00', place: 'Schulhof' }
      ],
      registration: { url: 'https://kueche.example/tafel', label: 'Platz an der Tafel sichern', deadline: '2027-06-01' }
    },
    {
      type: 'funding_call',
      title: 'Geld für gemeinsame Küchen',
      amount: 5000,
      who: 'Vereine und Initiativen aus der Stadt',
      deadline: '2027-09-30',
      description: 'Gefördert werden Herde, Töpfe und Kurse.',
      link: { label: 'Antrag für Küchengeld', url: 'https://kueche.example/antrag' }
    },
    { type: 'quotation', text: 'Wer zusammen kocht, streitet seltener.', speaker: 'Jorid Bach' },
    {
      type: 'downloads',
      title: 'Für die Küche',
      files: [
        { label: 'Einkaufsliste für 30 Gäste', url: 'https://kueche.example/liste.pdf', type: 'PDF', size: 48000 }
      ]
    },
    { type: 'press_contact', name: 'Jorid Bach', phone: '0611 000-17', email: 'presse@kueche.example' }
  ]
}

/** The places of the blocks, so that fixtures can be read. */
export const AT = { editorial: 0, contents: 1, article: 2, event: 3, call: 4, quotation: 5, downloads: 6, press: 7 }
