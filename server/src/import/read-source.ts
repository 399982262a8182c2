import { type Loss, type ReadResult, readOscal, readTemplate, tableToDraft } from '@parley/exchange'
import type { DraftDocument, Language, PersonId } from '@parley/model'
import type { ImportSource } from '@parley/protocol'
import type { App } from '../app.ts'
import { permit } from '../project/permit.ts'
import { loadSight } from '../project/viewer.ts'
import { readProblem } from './read-problem.ts'
import { readProjectAsDraft } from './read-project-as-draft.ts'

/** A document as it would be made, with what could not be carried over. */
export interface Draft {
  readonly document: DraftDocument
  readonly losses: readonly Loss[]
}

/** Who asks, and in which language the project and the answers are. */
export interface Asker {
  readonly person: PersonId
  readonly language: Language
}

/** Reads what a new document is to be made from; throws a refusal where it cannot be read, or not by this person. */
export async function readSource(
  app: Pick<App, 'store'>,
  source: ImportSource,
  { person, language }: Asker,
): Promise<Draft> {
  switch (source.kind) {
    case 'empty':
      return { document: { title: '', language: null, source: null, sections: [] }, losses: [] }
    case 'template':
      return { document: readTemplate(source.language), losses: [] }
    case 'oscal':
      return orRefuse(readOscal(source.catalogue), language)
    case 'table': {
      const table = { sheet: null, sheets: [], rows: evenRows(source.rows) }
      const mapping = { headerRow: source.header ? 0 : null, columns: source.columns }
      return orRefuse(tableToDraft(table, mapping, { title: source.title, language }), language)
    }
    case 'copy': {
      const sight = await loadSight(app.store.db, source.project, person)
      permit(sight, 'document.read')
      return { document: await readProjectAsDraft(app.store.db, sight.project), losses: [] }
    }
    default:
      return source satisfies never
  }
}

function orRefuse(result: ReadResult<DraftDocument>, language: Language): Draft {
  if (!result.ok) throw readProblem(result.problem, language)
  return { document: result.value, losses: result.losses }
}

/** Readers count on rows of one length; what a program sends may have others. */
function evenRows(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return rows.map((row) =>
    row.length === width ? row : [...row, ...Array<string>(width - row.length).fill('')],
  )
}
