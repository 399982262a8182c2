import { paragraph } from '@parley/document'
import type { PartyId, ProjectId, RequirementId } from '@parley/model'
import type { ProjectView, RequirementView } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { acceptInvitation } from '../commands/accept-invitation.ts'
import { addComment } from '../commands/add-comment.ts'
import { changeParameter } from '../commands/change-parameter.ts'
import { changeThread } from '../commands/change-thread.ts'
import { createProject } from '../commands/create-project.ts'
import { requirementAnswer } from '../commands/document-answer.ts'
import { invite } from '../commands/invite.ts'
import { openThread } from '../commands/open-thread.ts'
import { setPosition } from '../commands/set-position.ts'
import { snapshotProject } from '../commands/snapshot-project.ts'
import { startRefinement } from '../commands/start-refinement.ts'
import { writeText } from '../commands/write-text.ts'
import { readMe } from '../present/me.ts'
import { presentProject } from '../present/project.ts'
import { permit } from '../project/permit.ts'
import { loadSight } from '../project/viewer.ts'
import { readDocument } from '../version/read-document.ts'
import { type DemoName, demoNames, demoPassword, organisations, people } from './people.ts'
import type { Addition, Answer, Chapter, Discussion, Story, Values } from './story.ts'

/** Makes a sample project by the same commands, and under the same rules, as people do. */
export async function tellStory(app: App, story: Story): Promise<void> {
  const project = await openProject(app, story)
  const teller = new Teller(app, project, await requirementIds(app, project))
  const provider = await teller.gather()
  await teller.tell(story.specify)
  await startRefinement(app, await personOf(app, 'claudia'), project, { provider })
  await teller.tell(story.refine)
  await snapshotProject(app, await personOf(app, 'claudia'), project, { ...story.snapshot, kind: 'working' })
  await teller.tell(story.after)
}

async function openProject(app: App, { language, project: name }: Story): Promise<ProjectId> {
  const claudia = await personOf(app, 'claudia')
  const me = await readMe(app.store.db, claudia.id)
  const own = me.organisations.find((organisation) => organisation.name === organisations.client)
  if (!own) throw new Error(`expected ${organisations.client} among the organisations of ${claudia.name}`)
  const source = { kind: 'template', language } as const
  return (await createProject(app, claudia, { name, language, organisation: own.id, source })).id
}

/** The requirements by their ids in the template. */
async function requirementIds(app: App, project: ProjectId): Promise<ReadonlyMap<string, RequirementId>> {
  const { requirements } = await readDocument(app.store.db, project)
  return new Map(requirements.map(({ sourceId, id }) => [sourceId ?? '', id]))
}

/** Somebody with an account, as if signed in. */
async function personOf(app: App, name: DemoName): Promise<SignedIn> {
  const person = await findPerson(app, name)
  if (!person) throw new Error(`expected ${people[name].email} to have an account`)
  return person
}

async function findPerson(app: App, name: DemoName): Promise<SignedIn | null> {
  const row = await app.store.db
    .selectFrom('user')
    .select(['id', 'name', 'email'])
    .where('email', '=', people[name].email)
    .executeTakeFirst()
  return row ? { ...row, session: '' } : null
}

class Teller {
  readonly #app: App
  readonly #project: ProjectId
  readonly #ids: ReadonlyMap<string, RequirementId>

  constructor(app: App, project: ProjectId, ids: ReadonlyMap<string, RequirementId>) {
    this.#app = app
    this.#project = project
    this.#ids = ids
  }

  /** Invites everybody, the provider's lead first, and lets them accept; gives the provider's party. */
  async gather(): Promise<PartyId> {
    const { party: client } = (await this.#view('claudia')).viewer
    const provider = await this.#invite('claudia', 'lars', { newProvider: organisations.provider })
    for (const name of demoNames) {
      if (name === 'claudia' || name === 'lars') continue
      const isClient = people[name].side === 'client'
      await this.#invite(isClient ? 'claudia' : 'lars', name, { party: isClient ? client : provider })
    }
    return provider
  }

  async #invite(
    lead: DemoName,
    name: DemoName,
    into: { party: PartyId } | { newProvider: string },
  ): Promise<PartyId> {
    const { email, role, function: job } = people[name]
    const made = await invite(this.#app, await personOf(this.#app, lead), this.#project, {
      into,
      email,
      role,
      function: job,
    })
    const known = await findPerson(this.#app, name)
    const newPerson = { name: people[name].name, email, password: demoPassword(this.#app.secret) }
    await acceptInvitation(this.#app, known, made.token, { newPerson: known ? null : newPerson })
    return made.party
  }

  async tell(chapter: Chapter): Promise<void> {
    for (const values of chapter.values) await this.#fill(values)
    for (const addition of chapter.additions) await this.#add(addition)
    for (const discussion of chapter.threads) await this.#discuss(discussion)
    for (const answer of chapter.positions) await this.#answer(answer)
  }

  async #fill({ on, by, values }: Values): Promise<void> {
    const { parameters } = await this.#requirement(by, on)
    for (const [index, value] of values.entries()) {
      const parameter = parameters[index]
      if (value === null || !parameter) continue
      await changeParameter(this.#app, await personOf(this.#app, by), this.#project, parameter.id, { value })
    }
  }

  async #add({ on, by, words }: Addition): Promise<void> {
    const { text } = await this.#requirement(by, on)
    const content = { ...text.content, content: [...(text.content.content ?? []), paragraph(words)] }
    await writeText(this.#app, await personOf(this.#app, by), this.#project, text.id, {
      content,
      seen: text.seq,
    })
  }

  async #discuss({ on, audience, quote, comments, resolvedBy }: Discussion): Promise<void> {
    const [first, ...replies] = comments
    if (!first) throw new Error(`expected a comment on ${on}`)
    const view = await this.#view(first.by)
    const chosen = view.audiences.find(({ kind }) => kind === audience)
    if (!chosen) throw new Error(`expected an audience that is ${audience} for ${first.by}`)
    const thread = await openThread(this.#app, await personOf(this.#app, first.by), this.#project, {
      requirement: (await this.#requirement(first.by, on)).id,
      audience: chosen.parties,
      anchor: quote === undefined ? null : { quote },
      body: first.words,
    })
    for (const { by, words } of replies) {
      await addComment(this.#app, await personOf(this.#app, by), this.#project, thread.id, { body: words })
    }
    if (resolvedBy) {
      await changeThread(this.#app, await personOf(this.#app, resolvedBy), this.#project, thread.id, {
        state: 'resolved',
      })
    }
  }

  async #answer({ on, by, stance, words = '' }: Answer): Promise<void> {
    for (const name of on) {
      const { id, fingerprint } = await this.#requirement(by, name)
      await setPosition(this.#app, await personOf(this.#app, by), this.#project, id, {
        stance,
        words,
        fingerprint,
      })
    }
  }

  async #view(name: DemoName): Promise<ProjectView> {
    return presentProject(await this.#sight(name))
  }

  /** As that person sees it now, by its id in the template. */
  async #requirement(name: DemoName, templateId: string): Promise<RequirementView> {
    const id = this.#ids.get(templateId)
    if (!id) throw new Error(`expected the requirement ${templateId} in the template`)
    return requirementAnswer(this.#app.store.db, await this.#sight(name), id)
  }

  async #sight(name: DemoName) {
    const sight = await loadSight(this.#app.store.db, this.#project, (await personOf(this.#app, name)).id)
    permit(sight, 'project.see')
    return sight
  }
}
