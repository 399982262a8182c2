import type {
  Language,
  MemberFunction,
  MemberId,
  OrganisationId,
  PartyId,
  PartyKind,
  PersonId,
  Phase,
  ProjectId,
} from '@parley/model'
import type { Actor, PartyState } from '@parley/policy'
import { keptQuery, type Reader } from '../store/index.ts'

/** A signed-in person looking at or acting in one project: what every decision and every presentation takes. */
export interface Viewer extends Actor {
  readonly person: PersonId
  readonly member: MemberId
  readonly function: MemberFunction
  /** Name of who invited the person; `null` for who created the project. */
  readonly invitedBy: string | null
}

/** A party with the name it bears. */
export interface PartyFacts extends PartyState {
  readonly id: PartyId
  readonly kind: PartyKind
  readonly selected: boolean
  readonly organisation: { readonly id: OrganisationId; readonly name: string }
}

/** What the server knows of a project when it decides; never leaves it unpresented. */
export interface ProjectFacts {
  readonly id: ProjectId
  readonly name: string
  readonly language: Language
  readonly phase: Phase
  readonly createdAt: string
  readonly selectedParty: PartyId | null
  /** Oldest first, the client before all. */
  readonly parties: readonly PartyFacts[]
}

/** A viewer together with the project as it stands. */
export interface Sight {
  readonly viewer: Viewer
  readonly project: ProjectFacts
}

const selectProject = keptQuery((db, id: ProjectId) =>
  db
    .selectFrom('project')
    .select(['id', 'name', 'language', 'phase', 'created_at', 'selected_party_id'])
    .where('id', '=', id),
)

const selectParties = keptQuery((db, project: ProjectId) =>
  db
    .selectFrom('party')
    .innerJoin('organisation', 'organisation.id', 'party.organisation_id')
    .select(['party.id', 'party.kind', 'organisation.id as organisation', 'organisation.name'])
    .where('party.project_id', '=', project)
    .orderBy('party.created_at')
    .orderBy('party.id'),
)

const selectMember = keptQuery((db, project: ProjectId, person: PersonId) =>
  db
    .selectFrom('member')
    .leftJoin('user as inviter', 'inviter.id', 'member.invited_by')
    .select(['member.id', 'member.party_id', 'member.role', 'member.function', 'inviter.name as invited_by'])
    .where('member.project_id', '=', project)
    .where('member.person_id', '=', person),
)

/** A project with its parties; `null` where there is none. */
export async function loadProject(db: Reader, id: ProjectId): Promise<ProjectFacts | null> {
  const [row] = await selectProject(db, id)
  if (!row) return null
  const parties = await selectParties(db, id)
  return {
    id: row.id,
    name: row.name,
    language: row.language,
    phase: row.phase,
    createdAt: row.created_at,
    selectedParty: row.selected_party_id,
    parties: parties
      .map((party) => ({
        id: party.id,
        kind: party.kind,
        selected: party.id === row.selected_party_id,
        organisation: { id: party.organisation, name: party.name },
      }))
      .sort((left, right) => Number(right.kind === 'client') - Number(left.kind === 'client')),
  }
}

/** The person as a viewer of a loaded project; `null` for somebody who takes no part in it. */
export async function viewerIn(db: Reader, project: ProjectFacts, person: PersonId): Promise<Viewer | null> {
  const [member] = await selectMember(db, project.id, person)
  const party = member && project.parties.find((one) => one.id === member.party_id)
  if (!member || !party) return null
  return {
    person,
    member: member.id,
    function: member.function,
    invitedBy: member.invited_by,
    party: party.id,
    kind: party.kind,
    role: member.role,
    selected: party.selected,
    // No pair admits observers yet, so none receives anything shared.
    admittedBy: [],
  }
}

/** The person's sight of a project, or `null` where it is absent or none of theirs: the two are not told apart. */
export async function loadSight(db: Reader, project: ProjectId, person: PersonId): Promise<Sight | null> {
  const facts = await loadProject(db, project)
  if (!facts) return null
  const viewer = await viewerIn(db, facts, person)
  return viewer && { viewer, project: facts }
}
