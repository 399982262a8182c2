import { describe, expect, it } from 'vitest'
import { assignColumn, type ProjectDraft, sourceOf } from './project-draft.ts'

const nothing: ProjectDraft = { kind: 'table', template: 'en', oscal: null, table: null, copy: null }
const preview = {
  sheets: [],
  sheet: null,
  rows: [['Backups are kept', 'MUST']],
  header: false,
  columns: [],
  losses: [],
}

describe('assignColumn', () => {
  it('takes a role that only one column can have from the column that had it', () => {
    expect(assignColumn(['title', 'ignore'], 1, 'title')).toEqual(['ignore', 'title'])
  })

  it('lets several columns be guidance', () => {
    expect(assignColumn(['guidance', 'ignore'], 1, 'guidance')).toEqual(['guidance', 'guidance'])
  })
})

describe('sourceOf', () => {
  it('waits for a column that holds the requirement', () => {
    const table = { title: 'List', preview, header: false }
    expect(sourceOf({ ...nothing, table: { ...table, columns: ['number', 'strength'] } })).toBeNull()
    expect(sourceOf({ ...nothing, table: { ...table, columns: ['statement', 'strength'] } })).toMatchObject({
      kind: 'table',
      rows: preview.rows,
      columns: ['statement', 'strength'],
    })
  })

  it('keeps what was chosen for another kind out of it', () => {
    const draft: ProjectDraft = { ...nothing, kind: 'empty', oscal: { fileName: 'a.json', catalogue: '{}' } }
    expect(sourceOf(draft)).toEqual({ kind: 'empty' })
  })
})
