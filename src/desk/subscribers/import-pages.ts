import type { ImportRow, ImportView } from './import-view.js'

interface Choice { value: string, name: string, isChosen: boolean }

/** How an uploaded file would be read, to be corrected. No value of it stands there in full. */
export interface MappingView {
  encodings: Choice[]
  delimiters: Choice[]
  header: boolean
  fields: Array<{ field: string, name: string, columns: Choice[] }>
  /** The first values are masked. */
  columns: Array<{ name: string, values: string[] }>
  asks: boolean
}

declare module '../../platform/http/page.js' {
  interface Pages {
    'desk/imports': { imports: ImportRow[], error: string | null, done: string | null }
    /** `mapping`: while somebody has to say how the file is read; null if it cannot be at all. */
    'desk/import': { found: ImportView, mapping: MappingView | null, error: string | null }
    'desk/import-approval': { found: ImportView }
  }
}
