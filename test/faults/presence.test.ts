import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Parley, startParley } from '../browser/index.ts'
import { LiveClient } from './live-client.ts'
import { type Member, type SampleProject, setUpProject } from './set-up-project.ts'
import { type Door, doors } from './wire.ts'

let parley: Parley
let project: SampleProject
let bob: Member

beforeAll(async () => {
  parley = await startParley()
  project = await setUpProject(parley.url)
  bob = await project.join('Bob', 'editor')
})
afterAll(() => parley[Symbol.asyncDispose]())

/** What is shown to a client of others: whose each client id is. */
const shown = ({ presence, doc }: LiveClient): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...presence.getStates()]
      .filter(([client, state]) => client !== doc.clientID && state.user !== undefined)
      .map(([client, state]) => [client, state.user.name]),
  )

it('those shown are exactly the live sessions, after drops, returns with the same id, and forged states', {
  timeout: 120_000,
}, async () => {
  const [text] = project.texts
  const join = async ({ session }: Member, door: Door, doc?: LiveClient['doc']) => {
    const client = new LiveClient({ url: parley.url, session, text, door, ...(doc && { doc }) })
    await client.inStep()
    client.show({ cursor: null, user: { name: 'Somebody else' } })
    return client
  }
  const watcher = await join(project.ann, 'channel')
  const live = new Map<number, { readonly client: LiveClient; readonly name: string }>()
  const expected = () => Object.fromEntries([...live].map(([id, { name }]) => [id, name]))
  const isTrue = () => JSON.stringify(shown(watcher)) === JSON.stringify(expected())
  const begin = async (name: 'Ann' | 'Bob', door: Door, doc?: LiveClient['doc']) => {
    const client = await join(name === 'Ann' ? project.ann : bob, door, doc)
    live.set(client.doc.clientID, { client, name })
    return client
  }

  for (const door of doors) {
    const [ann, second] = [await begin('Ann', door), await begin('Bob', door)]
    await watcher.until('both are shown', isTrue)
    // Relayed and forged states of others change nothing, whoever sends them.
    second.show({ user: { name: 'Forged' } }, ann.doc.clientID)
    second.show({ user: { name: 'Nobody' } }, 4_711)
    // A connection that breaks without a word is gone, and comes back with the same id as one person.
    ann.drop()
    live.delete(ann.doc.clientID)
    await watcher.until('who dropped is gone', isTrue)
    const again = await begin('Ann', door, ann.doc)
    await watcher.until('who returned is shown', isTrue)
    // Who returns while the server still holds the old connection takes the id over; the old one ends.
    await begin('Ann', door, again.doc)
    await again.gone()
    await watcher.until('there is one of it', isTrue)
  }
  for (const { client } of live.values()) client.drop()
  live.clear()
  await watcher.until('nobody is shown', isTrue)
  expect(shown(watcher)).toEqual({})
  watcher.drop()
})
