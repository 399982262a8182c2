import type { TextId } from '@parley/model'
import { documentSchema } from '@parley/protocol'
import { type SampleProject, setUpProject } from './set-up-project.ts'

/** A project in `refine`: Ann leads the client, Paul the provider. */
export interface SampleRefinement {
  readonly project: SampleProject
  readonly ann: SampleProject['ann']
  readonly paul: SampleProject['ann']
  /** Leads a provider that was invited and not chosen. */
  readonly rita: SampleProject['ann']
  /** A text that nobody is going to attack, and the others. */
  readonly calm: TextId
  readonly texts: readonly TextId[]
}

/** Sets a new server up with it. */
export async function setUpRefinement(url: string): Promise<SampleRefinement> {
  const project = await setUpProject(url)
  const { ann } = project
  const paul = await project.join('Paul', 'lead', 'Provider')
  const rita = await project.join('Rita', 'lead', 'Rival')
  await ann.session.call('POST', `/api/projects/${project.id}/refinement`, { provider: paul.party })
  const answer = await ann.session.call('GET', `/api/projects/${project.id}/document`)
  const [calm, ...texts] = documentSchema.parse(answer).requirements.map(({ text }) => text.id)
  if (!calm || texts.length < 10) throw new Error('expected ten texts and more')
  return { project, ann, paul, rita, calm, texts }
}
