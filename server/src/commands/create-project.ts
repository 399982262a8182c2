import { newId, type OrganisationId, type PersonId, type ProjectId } from '@parley/model'
import type { CreateProject, ProjectView } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { insertDocument } from '../import/insert-document.ts'
import { type DocumentOwner, prepareDocument } from '../import/prepare-document.ts'
import { readSource } from '../import/read-source.ts'
import { isUpload } from '../import/read-upload.ts'
import type { Readings } from '../import/reading/job.ts'
import { presentProject } from '../present/project.ts'
import { ProblemError } from '../problem-error.ts'
import { loadSight } from '../project/viewer.ts'
import { appendJournal, projectGenesis, type Reader, readHeads } from '../store/index.ts'

/** Creates a project with its document; its creator is the client's first lead. */
export async function createProject(app: App, creator: SignedIn, input: CreateProject): Promise<ProjectView> {
  await requireMember(app.store.db, input.organisation, creator.id)
  const project = newId<'project'>()
  const party = newId<'party'>()
  const at = app.now()
  const owner = { project, person: creator.id, party, at }
  const { source, prepared } = await makeDocument(app, input, owner)
  return app.store.write(async (tx) => {
    await tx
      .insertInto('project')
      .values({
        id: project,
        name: input.name,
        language: input.language,
        phase: 'specify',
        selected_party_id: null,
        next_number: prepared.requirements.length + 1,
        next_snapshot: 1,
        source: source && JSON.stringify(source),
        created_at: at,
        created_by: creator.id,
        head_seq: 0,
        head_hash: projectGenesis,
      })
      .execute()
    await tx
      .insertInto('party')
      .values({
        id: party,
        project_id: project,
        organisation_id: input.organisation,
        kind: 'client',
        created_at: at,
      })
      .execute()
    await tx
      .insertInto('member')
      .values({
        id: newId<'member'>(),
        project_id: project,
        party_id: party,
        person_id: creator.id,
        role: 'lead',
        function: await lastFunction(tx, creator.id),
        invited_by: null,
        joined_at: at,
      })
      .execute()
    await insertDocument(tx, prepared)
    const entry = {
      name: input.name,
      source: input.source.kind,
      sections: prepared.sections.length,
      requirements: prepared.requirements.length,
    }
    const heads = await readHeads(tx, project)
    await appendJournal(tx, {
      project,
      person: creator.id,
      party,
      command: 'create-project',
      entry,
      at,
      heads,
    })
    return presentProject(await justCreated(tx, project, creator.id))
  })
}

/** The document's rows, made from its source before the transaction begins. */
async function makeDocument(
  app: App,
  { source, language }: CreateProject,
  owner: DocumentOwner,
): Promise<Readings['document']> {
  if (isUpload(source)) return app.readers.read({ type: 'document', upload: source, language, owner })
  const { document } = await readSource(app, source, owner.person)
  return { source: document.source, prepared: await prepareDocument(document, owner) }
}

async function requireMember(db: Reader, organisation: OrganisationId, person: PersonId): Promise<void> {
  const member = await db
    .selectFrom('organisation_member')
    .select('person_id')
    .where('organisation_id', '=', organisation)
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (!member) throw new ProblemError('not-found')
}

/** The function in which the person last took part somewhere; it can be changed among the project's people. */
async function lastFunction(db: Reader, person: PersonId) {
  const last = await db
    .selectFrom('member')
    .select('function')
    .where('person_id', '=', person)
    .orderBy('joined_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.function ?? 'information-security-officer'
}

async function justCreated(db: Reader, project: ProjectId, person: PersonId) {
  const sight = await loadSight(db, project, person)
  if (!sight) throw new Error(`expected the new project ${project} to be seen by its creator`)
  return sight
}
