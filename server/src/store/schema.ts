import type { CommentTable, ThreadAudienceTable, ThreadTable } from './tables/discussion-tables.ts'
import type {
  ParameterTable,
  PositionTable,
  RequirementTable,
  SectionTable,
} from './tables/document-tables.ts'
import type {
  InvitationTable,
  MemberTable,
  OrganisationMemberTable,
  OrganisationTable,
  PartyTable,
  ProjectTable,
  UserTable,
} from './tables/people-tables.ts'
import type {
  IdempotencyTable,
  JournalTable,
  SnapshotAudienceTable,
  SnapshotTable,
  SnapshotThreadTable,
} from './tables/record-tables.ts'
import type {
  TextCheckpointTable,
  TextClientTable,
  TextTable,
  TextUpdateTable,
} from './tables/text-tables.ts'

/**
 * The tables, the same on SQLite and PostgreSQL. Times are ISO 8601 in UTC, JSON is text, truth is a time or 0/1;
 * `bytes` are BLOB or bytea. The account library's own tables (`user`, `session`, `account`, `verification`) are
 * migrated by it; only `user` is read here.
 */
export interface Database {
  readonly user: UserTable
  readonly organisation: OrganisationTable
  readonly organisation_member: OrganisationMemberTable
  readonly project: ProjectTable
  readonly party: PartyTable
  readonly member: MemberTable
  readonly invitation: InvitationTable
  readonly text: TextTable
  readonly text_update: TextUpdateTable
  readonly text_checkpoint: TextCheckpointTable
  readonly text_client: TextClientTable
  readonly section: SectionTable
  readonly requirement: RequirementTable
  readonly parameter: ParameterTable
  readonly thread: ThreadTable
  readonly thread_audience: ThreadAudienceTable
  readonly comment: CommentTable
  readonly position: PositionTable
  readonly snapshot: SnapshotTable
  readonly snapshot_audience: SnapshotAudienceTable
  readonly snapshot_thread: SnapshotThreadTable
  readonly journal: JournalTable
  readonly idempotency: IdempotencyTable
}
