import { newId } from '@parley/model'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openStore } from '../open-store.ts'
import { fromParameterRow, parameterColumns, toParameterRow } from '../parameter-row.ts'
import { insertEmptyText, insertSampleProject } from '../testing/sample-project.ts'
import { openTemporaryStore, storeKinds } from '../testing/temporary-store.ts'

it.each(storeKinds)('on %s, parameters from before there were several choices take one', async (kind) => {
  const temporary = await openTemporaryStore(kind)
  const { accounts } = temporary.store
  const { id: project } = await insertSampleProject(temporary.store)
  const text = await insertEmptyText(temporary.store, project)
  const [section, requirement, parameter] = [newId<'section'>(), newId<'requirement'>(), newId<'parameter'>()]
  const where = { project_id: project, order_key: 'a0', text_id: text, origin: null, withdrawn_at: null }
  const fields = {
    label: 'when',
    kind: 'choice' as const,
    unit: '',
    choices: ['day', 'night'],
    many: false,
    filler: 'both' as const,
    value: 'day',
  }
  await temporary.store.write(async (tx) => {
    await tx
      .insertInto('section')
      .values({ ...where, id: section, parent_id: null })
      .execute()
    const row = { ...where, id: requirement, section_id: section, parent_id: null, number: 1 }
    await tx
      .insertInto('requirement')
      .values({ ...row, fields: '{}', guidance: '[]' })
      .execute()
    await tx
      .insertInto('parameter')
      .values({
        id: parameter,
        project_id: project,
        requirement_id: requirement,
        position: 0,
        ...toParameterRow(fields),
      })
      .execute()
  })
  // As the tables were before.
  await sql`alter table parameter drop column many`.execute(accounts)
  await sql`delete from migration where name = '0002-parameter-many'`.execute(accounts)
  await temporary.store.close()

  const store = await openStore(temporary.config)
  const row = await store.db.selectFrom('parameter').select(parameterColumns).executeTakeFirstOrThrow()
  expect(fromParameterRow(row)).toEqual(fields)
  await store.close()
  await temporary.remove()
})
