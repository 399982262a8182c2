import { type Loss, readTemplate } from '@parley/exchange'
import type { DraftDocument, PersonId } from '@parley/model'
import type { ImportSource } from '@parley/protocol'
import type { App } from '../app.ts'
import { permit } from '../project/permit.ts'
import { loadSight } from '../project/viewer.ts'
import { readProjectAsDraft } from './read-project-as-draft.ts'
import type { Upload } from './read-upload.ts'

/** A document as it would be made, with what could not be carried over. */
export interface Draft {
  readonly document: DraftDocument
  readonly losses: readonly Loss[]
}

/** Reads what a new document is to be made from where it is here already; refused where it is not for this person. */
export async function readSource(
  app: Pick<App, 'store'>,
  source: Exclude<ImportSource, Upload>,
  person: PersonId,
): Promise<Draft> {
  switch (source.kind) {
    case 'empty':
      return { document: { title: '', language: null, source: null, sections: [] }, losses: [] }
    case 'template':
      return { document: readTemplate(source.language), losses: [] }
    case 'copy': {
      const sight = await loadSight(app.store.db, source.project, person)
      permit(sight, 'document.read')
      return { document: await readProjectAsDraft(app.store.db, sight.project), losses: [] }
    }
    default:
      return source satisfies never
  }
}
