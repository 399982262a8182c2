import type { Phase } from '@parley/model'
import { type Actor, allow, type Decision, deny, type ProjectState, type ThingState } from './actor.ts'

/** Everything a person may want to do in a project. */
export const actions = [
  'project.see',
  'project.rename',
  'document.read',
  'published.read',
  'outline.write',
  'statement.write',
  'parameter.fill',
  'implementation.write',
  'proposal.make',
  'position.set',
  'acceptance.sign',
  'thread.shared.write',
  'thread.private.write',
  'snapshot.take',
  'phase.move',
  'member.manage',
  'provider.invite',
] as const
export type Action = (typeof actions)[number]

/** Whether the person may do it; the one authority, for HTTP and for rooms (design §8). `null` is a stranger. */
export function decide(
  actor: Actor | null,
  action: Action,
  project: ProjectState,
  thing: ThingState = {},
): Decision {
  if (!actor) return deny('not-found')
  switch (action) {
    case 'project.see':
      return allow
    case 'document.read':
      return readDocument(actor, project.phase)
    case 'published.read':
      return actor.kind === 'provider' && project.phase !== 'bid'
        ? deny('phase')
        : readDocument(actor, project.phase, true)
    case 'project.rename':
      return first(onlyClient(actor), onlyLead(actor))
    case 'provider.invite':
      return first(onlyClient(actor), onlyLead(actor), inPhases(project, 'specify', 'bid'))
    case 'member.manage':
      return onlyLead(actor)
    case 'outline.write':
      return first(
        reads(actor, project),
        onlyClient(actor),
        onlyWriter(actor),
        beforeImplementation(project),
        open(thing),
      )
    case 'statement.write':
    // Who is to fill a parameter says whose duty it is; while the wording is negotiated both sides may write the value.
    case 'parameter.fill':
      return first(
        reads(actor, project),
        notObserver(actor),
        onlyWriter(actor),
        beforeImplementation(project),
        open(thing),
      )
    case 'implementation.write':
      return first(
        reads(actor, project),
        notObserver(actor),
        onlyWriter(actor),
        inPhases(project, 'implement'),
        open(thing),
      )
    case 'proposal.make':
      return first(
        reads(actor, project),
        notObserver(actor),
        onlyWriter(actor),
        whileNegotiating(project),
        notWithdrawn(thing),
      )
    case 'position.set':
    case 'acceptance.sign':
      return first(
        reads(actor, project),
        notObserver(actor),
        onlyLead(actor),
        whileNegotiating(project),
        notWithdrawn(thing),
      )
    case 'thread.shared.write':
      return first(
        readsOrBids(actor, project),
        notObserver(actor),
        onlyCommenter(actor),
        sharedPhase(project),
      )
    case 'thread.private.write':
      return first(readsOrBids(actor, project), actor.kind === 'observer' ? allow : onlyCommenter(actor))
    case 'snapshot.take':
      return first(reads(actor, project), notObserver(actor), onlyLead(actor))
    case 'phase.move':
      return first(
        reads(actor, project),
        notObserver(actor),
        onlyLead(actor),
        project.phase === 'specify' || project.phase === 'bid' ? onlyClient(actor) : allow,
      )
    default:
      return action satisfies never
  }
}

/** Whose leads must confirm leaving a phase. */
export function phaseMoveNeeds(phase: Phase): 'client' | 'both' {
  return phase === 'specify' || phase === 'bid' ? 'client' : 'both'
}

function readDocument(actor: Actor, phase: Phase, published = false): Decision {
  switch (actor.kind) {
    case 'client':
      return allow
    case 'provider':
      if (phase === 'specify') return deny('phase')
      if (phase === 'bid') return published ? allow : deny('phase')
      return actor.selected ? allow : deny('party')
    case 'observer':
      return actor.admittedBy.length > 0 && phase !== 'specify' && phase !== 'bid' ? allow : deny('phase')
    default:
      return actor.kind satisfies never
  }
}

const first = (...decisions: readonly Decision[]): Decision =>
  decisions.find((decision) => !decision.allowed) ?? allow

const reads = (actor: Actor, project: ProjectState) => readDocument(actor, project.phase)
const readsOrBids = (actor: Actor, project: ProjectState) => readDocument(actor, project.phase, true)
const onlyClient = (actor: Actor) => (actor.kind === 'client' ? allow : deny('party'))
const notObserver = (actor: Actor) => (actor.kind === 'observer' ? deny('observer') : allow)
const onlyLead = (actor: Actor) => (actor.role === 'lead' ? allow : deny('role'))
const onlyWriter = (actor: Actor) => (actor.role === 'lead' || actor.role === 'editor' ? allow : deny('role'))
const onlyCommenter = (actor: Actor) => (actor.role === 'viewer' ? deny('role') : allow)
const notWithdrawn = (thing: ThingState) => (thing.withdrawn ? deny('withdrawn') : allow)
const open = (thing: ThingState) => (thing.locked ? deny('locked') : notWithdrawn(thing))
const inPhases = (project: ProjectState, ...phases: readonly Phase[]) =>
  phases.includes(project.phase) ? allow : deny('phase')
const beforeImplementation = (project: ProjectState) => inPhases(project, 'specify', 'bid', 'refine')
const whileNegotiating = (project: ProjectState) => inPhases(project, 'refine', 'implement')
const sharedPhase = (project: ProjectState) => inPhases(project, 'bid', 'refine', 'implement', 'agreed')
