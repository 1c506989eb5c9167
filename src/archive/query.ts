import { z } from 'zod'

/** What a form leaves empty is not asked for. */
const given = (text: string): string | null => {
  const typed = text.replace(/[\p{Cc}\p{Noncharacter_Code_Point}]/gu, ' ').trim()
  return typed === '' ? null : typed
}

const text = z.string().max(200).default('').transform(given)

/**
 * What people search for: words and numbers, quotation marks, and a minus before what is not
 * wanted. Other signs mean nothing, and too many of them are more than the database can take apart.
 */
const words = text.transform(typed =>
  typed === null ? null : given(typed.replace(/[^\p{L}\p{M}\p{N}"-]+/gu, ' ').replace(/-(?![\p{L}\p{N}"])/gu, ' ')))

/** What is asked of the list, as the address has it. */
export const listQuery = z.object({
  suche: words,
  jahr: z.string().regex(/^(?:\d{4})?$/).default('').transform(year => year === '' ? null : Number(year)),
  rubrik: text,
  seite: z.string().regex(/^[1-9]\d{0,3}$/).default('1').transform(Number)
})

/** Which issues a reader wants to see, and which page of them. */
export interface Wanted { words: string | null, year: number | null, category: string | null, page: number }

export function wantedOf ({ suche, jahr, rubrik, seite }: z.infer<typeof listQuery>): Wanted {
  return { words: suche, year: jahr, category: rubrik, page: seite }
}

/** The query of an address that shows this, from `?` on; empty for the first page of all. */
export function queryOf ({ words, year, category, page }: Wanted): string {
  const query = new URLSearchParams({
    ...(words === null ? {} : { suche: words }),
    ...(year === null ? {} : { jahr: String(year) }),
    ...(category === null ? {} : { rubrik: category }),
    ...(page === 1 ? {} : { seite: String(page) })
  }).toString()
  return query === '' ? '' : `?${query}`
}
