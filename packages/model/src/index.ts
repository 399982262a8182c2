export type { ColumnRole } from './column-role.ts'
export { columnRoleSchema, columnRoles } from './column-role.ts'
export type {
  DraftDocument,
  DraftParameter,
  DraftRequirement,
  DraftSection,
  DraftSource,
} from './draft.ts'
export type {
  CommentId,
  Id,
  InvitationId,
  MemberId,
  OrganisationId,
  ParameterId,
  PartyId,
  PersonId,
  ProjectId,
  RequirementId,
  SectionId,
  SnapshotId,
  TextId,
  ThreadId,
} from './id.ts'
export { idSchema, newId, parseId, personId, personIdSchema } from './id.ts'
export type { Filler, ParameterFields, ParameterKind, ParameterValue } from './parameter.ts'
export {
  fillerSchema,
  fillers,
  parameterFieldsSchema,
  parameterKindSchema,
  parameterKinds,
  parameterValueProblem,
  parameterWords,
  settleParameter,
} from './parameter.ts'
export type { Fingerprint, PositionState, Stance } from './position.ts'
export { fingerprintSchema, positionState, stanceSchema, stances } from './position.ts'
export type { Language, MemberFunction, PartyKind, Phase, Role } from './project.ts'
export {
  functionSchema,
  functions,
  languageSchema,
  languages,
  partyKindSchema,
  partyKinds,
  phaseSchema,
  phases,
  roleSchema,
  roles,
} from './project.ts'
export type {
  Addressee,
  Area,
  Fields,
  Guidance,
  Level,
  Origin,
  Strength,
} from './requirement.ts'
export {
  addresseeSchema,
  addressees,
  areaSchema,
  areas,
  emptyFields,
  fieldsSchema,
  guidanceSchema,
  levelSchema,
  levels,
  originSchema,
  strengthSchema,
  strengths,
} from './requirement.ts'
export type { SnapshotKind } from './snapshot.ts'
export { snapshotKindSchema, snapshotKinds } from './snapshot.ts'
export type { MarkJson, NodeJson, TextContent, TextKind } from './text.ts'
export { textContentSchema, textKindSchema, textKinds } from './text.ts'
export type { Anchor, ThreadState } from './thread.ts'
export { anchorSchema, commentBodySchema, threadStateSchema, threadStates } from './thread.ts'
