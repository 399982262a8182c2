export { keptQuery } from './kept-query.ts'

export { openStore } from './open-store.ts'

export { fromParameterRow, parameterColumns, toParameterRow } from './parameter-row.ts'
export { appendJournal, lockProject, projectGenesis, readHeads } from './project-journal/project-journal.ts'

export { verifyJournal } from './project-journal/verify.ts'
export type { Database } from './schema.ts'
export type { Reader, Store, Tx } from './store.ts'

export { isUnavailable, StoreError } from './store-error.ts'
export type { PreparedText } from './text-journal/create-texts.ts'
export { createText, insertTexts, prepareText } from './text-journal/create-texts.ts'

export { makeTextJournal } from './text-journal/text-journal.ts'
