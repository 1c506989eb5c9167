const CHARACTERS: ReadonlyArray<[entity: string, character: string]> = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&#39;', "'"],
  // Last, as it may stand before what would then be an entity.
  ['&amp;', '&']
]

/** What HTML shows for the entities in it. */
export function decodeEntities (html: string): string {
  return CHARACTERS.reduce((text, [entity, character]) => text.replaceAll(entity, character), html)
}
