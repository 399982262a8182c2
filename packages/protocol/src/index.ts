export type { Installation, Me, Setup, SetupState } from './api/account.ts'
export {
  emailSchema,
  installationSchema,
  meSchema,
  passwordSchema,
  personNameSchema,
  setupSchema,
  setupStateSchema,
} from './api/account.ts'
export type {
  AddParameter,
  AddRequirement,
  AddSection,
  ChangeParameter,
  ChangeRequirement,
  DocumentView,
  GuidanceList,
  MoveRequirement,
  MoveSection,
  ParameterView,
  PositionView,
  ReadOnlyReason,
  RequirementView,
  SectionView,
  TextView,
  ThreadCounts,
  Withdraw,
  WriteText,
} from './api/document.ts'
export {
  addParameterSchema,
  addRequirementSchema,
  addSectionSchema,
  changeParameterSchema,
  changeRequirementSchema,
  documentSchema,
  guidanceListSchema,
  moveRequirementSchema,
  moveSectionSchema,
  parameterSchema,
  positionSchema,
  readOnlyReasonSchema,
  readOnlyReasons,
  requirementSchema,
  sectionSchema,
  textSchema,
  threadCountsSchema,
  withdrawSchema,
  writeTextSchema,
} from './api/document.ts'
export type { ProjectEvent } from './api/event.ts'
export { projectEventSchema } from './api/event.ts'
export type {
  ImportPreview,
  ImportSource,
  LossView,
  PreviewImport,
  TablePreview,
} from './api/import.ts'
export {
  importPreviewSchema,
  importSourceSchema,
  lossSchema,
  previewImportSchema,
  tablePreviewSchema,
} from './api/import.ts'
export type { OrganisationView } from './api/organisation.ts'
export { organisationNameSchema, organisationSchema } from './api/organisation.ts'
export type {
  AcceptedInvitation,
  AcceptInvitation,
  ChangeMember,
  InvitationOffer,
  InvitationView,
  Invite,
  Invited,
  MemberView,
  PartyView,
  People,
} from './api/people.ts'
export {
  acceptedInvitationSchema,
  acceptInvitationSchema,
  changeMemberSchema,
  invitationOfferSchema,
  invitationSchema,
  invitedSchema,
  inviteSchema,
  memberSchema,
  partySchema,
  peopleSchema,
} from './api/people.ts'
export type { PositionBasis, SetPosition } from './api/position.ts'
export { positionBasisSchema, setPositionSchema } from './api/position.ts'
export type {
  AudienceChoice,
  ChangeProject,
  CreateProject,
  PartyBadge,
  ProjectRights,
  ProjectSummary,
  ProjectView,
  StartRefinement,
} from './api/project.ts'
export {
  audienceChoiceSchema,
  changeProjectSchema,
  createProjectSchema,
  partyBadgeSchema,
  projectNameSchema,
  projectRightsSchema,
  projectSchema,
  projectSummarySchema,
  startRefinementSchema,
} from './api/project.ts'
export type {
  Comparison,
  RequirementChange,
  SectionChange,
  SnapshotSummary,
  Snapshots,
  TakeSnapshot,
  Version,
  VersionContent,
  VersionRequirement,
  VersionSection,
} from './api/snapshot.ts'
export {
  comparisonSchema,
  fieldChangeSchema,
  requirementChangeSchema,
  sectionChangeSchema,
  snapshotSummarySchema,
  snapshotsSchema,
  takeSnapshotSchema,
  versionContentSchema,
  versionRequirementSchema,
  versionSchema,
  versionSectionSchema,
} from './api/snapshot.ts'
export type {
  ChangeThread,
  CommentView,
  OpenThread,
  ThreadAnchor,
  Threads,
  ThreadView,
  WriteComment,
} from './api/thread.ts'
export {
  changeThreadSchema,
  commentSchema,
  openThreadSchema,
  threadAnchorSchema,
  threadSchema,
  threadsSchema,
  writeCommentSchema,
} from './api/thread.ts'
export { makeProblem } from './problem/make-problem.ts'
export type { Problem, ProblemCode } from './problem/problem.ts'
export { problemCodes, problemSchema, problems } from './problem/problem.ts'
export type { CloseReason } from './sync/close.ts'
export { closeReason, closes, isFinalClose } from './sync/close.ts'
export type { ClientControl, ServerControl } from './sync/control.ts'
export {
  channelSchema,
  clientControlSchema,
  decodeControl,
  decodeFrame,
  encodeControl,
  encodeFrame,
  serverControlSchema,
  syncVersion,
} from './sync/control.ts'
export type { PresenceEvent, PresentPerson, SyncEvent, TextEvent } from './sync/event.ts'
export {
  presenceEventSchema,
  presentPersonSchema,
  syncEventSchema,
  textEventSchema,
} from './sync/event.ts'
export { decodePrivate, encodePrivate } from './sync/private-codec.ts'
export type { Feature, PolicyReason, PrivateMessage } from './sync/private-message.ts'
export { featureSchema, features, messageTypes, privateMessageSchemas } from './sync/private-message.ts'
export type { RejectionCode } from './sync/rejection.ts'
export { rejectionCodeSchema, rejectionCodes } from './sync/rejection.ts'
