import t from 'tap'
import { likelyAddress, likelyDomain } from '../../src/subscription/likely-domain.js'

t.test('a slip in a common mailbox domain is recognised', async t => {
  const slips: Record<string, string> = {
    'gmial.com': 'gmail.com',
    'gamil.com': 'gmail.com',
    'gmail.co': 'gmail.com',
    'gmail.cm': 'gmail.com',
    'gmail.de': 'gmail.com',
    'gmaill.com': 'gmail.com',
    'gnail.com': 'gmail.com',
    'gxm.de': 'gmx.de',
    'gmx.ed': 'gmx.de',
    'wbe.de': 'web.de',
    'web.dee': 'web.de',
    't-onlin.de': 't-online.de',
    'tonline.de': 't-online.de',
    't-online.com': 't-online.de',
    'hotmial.com': 'hotmail.com',
    'outlok.de': 'outlook.de',
    'yaho.de': 'yahoo.de',
    'icluod.com': 'icloud.com',
    'freenet.ed': 'freenet.de',
    'googelmail.com': 'googlemail.com'
  }
  for (const [typed, meant] of Object.entries(slips)) t.equal(likelyDomain(typed), meant, typed)
  t.equal(likelyAddress('Anna.M@gmial.com'), 'Anna.M@gmail.com')
})

t.test('a domain that may well be meant is not called into question', async t => {
  for (const typed of [
    'gmail.com', 'gmx.net', 'gmx.at', 'mail.de', 'mail.com', 'yahoo.fr', 'me.com', 'hessen.de', 'giessen.de',
    'wiesbaden.de', 'kreis-offenbach.de', 'awo.org', 'beispiel.example', 'xn--strae-oqa.de', 'uni-kassel.de'
  ]) {
    t.equal(likelyDomain(typed), null, typed)
  }
  t.equal(likelyAddress('anna@web.de'), null)
})
