import {
  newId,
  type OrganisationId,
  type PartyId,
  type PersonId,
  type ProjectId,
  personId,
  type TextId,
} from '@parley/model'
import { genesis } from '@parley/rooms'
import { projectGenesis } from '../project-journal/project-journal.ts'
import type { Store } from '../store.ts'

/** A person in a party. */
export interface SampleMember {
  readonly person: PersonId
  readonly party: PartyId
}

/** A project with a client and a provider of one lead each. */
export interface SampleProject {
  readonly id: ProjectId
  readonly client: SampleMember
  readonly provider: SampleMember
}

const at = '2026-01-02T03:04:05.678Z'

/** Makes a project as the tables demand it. */
export async function insertSampleProject(store: Store): Promise<SampleProject> {
  const id = newId<'project'>()
  const member = () => ({ person: personId(newId()), party: newId<'party'>() })
  const project = { id, client: member(), provider: member() }
  await store.write(async (tx) => {
    await tx
      .insertInto('project')
      .values({
        id,
        name: 'Sample',
        language: 'en',
        phase: 'refine',
        selected_party_id: null,
        next_number: 1,
        next_snapshot: 1,
        source: null,
        created_at: at,
        created_by: project.client.person,
        head_seq: 0,
        head_hash: projectGenesis,
      })
      .execute()
    for (const kind of ['client', 'provider'] as const) {
      const organisation: OrganisationId = newId<'organisation'>()
      await tx.insertInto('organisation').values({ id: organisation, name: kind, created_at: at }).execute()
      await tx
        .insertInto('party')
        .values({
          id: project[kind].party,
          project_id: id,
          organisation_id: organisation,
          kind,
          created_at: at,
        })
        .execute()
    }
  })
  return project
}

/** Makes a text without entries, which only tests have. */
export async function insertEmptyText(store: Store, project: ProjectId): Promise<TextId> {
  const id = newId<'text'>()
  await store.write((tx) =>
    tx
      .insertInto('text')
      .values({
        id,
        project_id: project,
        kind: 'requirement',
        content: 'null',
        title: '',
        plain: '',
        head_seq: 0,
        head_hash: genesis,
      })
      .execute(),
  )
  return id
}
