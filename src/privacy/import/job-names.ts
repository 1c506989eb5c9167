/** Does whatever there is to do for an import. */
export const WORK_ON_IMPORT = 'work_on_import'
