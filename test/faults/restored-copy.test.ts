import { expect, it } from 'vitest'
import { startParley } from '../browser/index.ts'
import { LiveClient } from './live-client.ts'
import { type Member, setUpProject } from './set-up-project.ts'
import { readStoredText } from './stored-text.ts'
import { readImage, writeImage } from './torn-log.ts'
import { countWords } from './words.ts'

it('after an older copy of the database words come back from who wrote them, and under no other name', {
  timeout: 180_000,
}, async () => {
  await using parley = await startParley()
  const { dataFolder: folder, url } = parley
  const project = await setUpProject(url)
  const bob = await project.join('Bob', 'editor')
  const [alone, together] = project.texts
  const join = ({ session }: Member, text: typeof alone, doc?: LiveClient['doc']) =>
    new LiveClient({ url, session, text, door: 'channel', ...(doc && { doc }) })
  const clients = [join(project.ann, alone), join(project.ann, together), join(bob, together)] as const
  const [annAlone, ann, other] = clients
  await Promise.all(clients.map((client) => client.inStep()))
  annAlone.type('early')
  await annAlone.saved()
  process.kill(parley.pid(), 'SIGSTOP')
  const copy = readImage(folder)
  process.kill(parley.pid(), 'SIGCONT')
  for (const [at, client] of clients.entries()) client.type(`late${at}`)
  await Promise.all(clients.map((client) => client.saved()))
  await Promise.all(
    [ann, other].map((each) =>
      each.until('it read both', () => /late1.*late2|late2.*late1/.test(each.words)),
    ),
  )
  for (const client of clients) client.drop()
  await parley.kill9()
  writeImage(folder, copy)
  await parley.restart()

  // Who wrote alone has only own words that the server does not know: they come back as they were.
  const back = join(project.ann, alone, annAlone.doc)
  await back.inStep()
  const first = await readStoredText({ folder }, alone)
  expect(['early', 'late0'].map((word) => countWords(first.words, word))).toEqual([1, 1])
  expect(new Set(first.entries.slice(1).map((entry) => entry.person_id))).toEqual(
    new Set([project.ann.person]),
  )

  // Who also holds words of somebody else, whom the server has forgotten, is refused: their author would be a guess.
  const holder = join(bob, together, other.doc)
  await holder.until('it was refused', () => holder.told.some(({ type }) => type === 'rejected'))
  expect(holder.told.find((message) => message.type === 'rejected')).toMatchObject({
    code: 'client-id-taken',
  })
  expect(holder.closed).toBe(null)
  expect(holder.words).toContain('late2')

  // The room is well: whoever begins from the server's state writes on, under their own name.
  const fresh = join(bob, together)
  await fresh.inStep()
  fresh.type('again')
  await fresh.saved()
  const second = await readStoredText({ folder }, together)
  expect(['late1', 'late2', 'again'].map((word) => countWords(second.words, word))).toEqual([0, 0, 1])
  expect(second.entries.at(-1)?.person_id).toBe(bob.person)
  for (const client of [back, holder, fresh]) client.drop()
})
