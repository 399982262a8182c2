import type { OrganisationId, ProjectId, TextId } from '@parley/model'
import { documentSchema, meSchema, projectSchema } from '@parley/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { createApiClient, startParley } from '../browser/index.ts'
import { AcknowledgingClient } from './acknowledging-client.ts'

const kills = 6

/** The text of a requirement in a new project of the first person. */
async function prepare(url: string) {
  const session = createApiClient(url)
  const account = { name: 'Ann', email: 'ann@example.org', password: 'a long enough pass phrase' }
  await session.call('POST', '/api/setup', { ...account, organisation: 'Client' })
  const { email, password } = account
  await session.call('POST', '/api/auth/sign-in/email', { email, password })
  const me = meSchema.parse(await session.call('GET', '/api/me'))
  const organisation: OrganisationId | undefined = me.organisations[0]?.id
  const project = projectSchema.parse(
    await session.call('POST', '/api/projects', {
      name: 'Kill',
      language: 'en',
      organisation,
      source: { kind: 'template', language: 'en' },
    }),
  )
  return { session, texts: await textsOf(project.id) }

  async function textsOf(id: ProjectId): Promise<readonly TextId[]> {
    const document = documentSchema.parse(await session.call('GET', `/api/projects/${id}/document`))
    return document.requirements.slice(0, 3).map(({ text }) => text.id)
  }
}

it('a kill -9 at any moment of typing loses nothing that was acknowledged', async () => {
  await using parley = await startParley()
  const { session, texts } = await prepare(parley.url)
  expect(texts).toHaveLength(3)
  const kept = new Map<TextId, string[]>(texts.map((text) => [text, []]))

  for (let round = 0; round < kills; round++) {
    const clients = texts.map((text) => [text, new AcknowledgingClient(parley.url, text, session)] as const)
    onTestFinished(() => {
      for (const [, client] of clients) client.close()
    })
    for (const [text, client] of clients) {
      await client.inStep()
      for (const word of kept.get(text) ?? []) expect(client.words).toContain(word)
    }
    // Words pour in without waiting; the kill comes when so many were acknowledged, in the middle of the rest.
    for (let number = 0; number < 120; number++) {
      for (const [, client] of clients) client.type(`r${round}w${number}`)
    }
    const [, first] = clients[0] ?? expect.unreachable()
    await first.until(() => first.acknowledged.length >= 1 + round * 17)
    await parley.kill9()
    for (const [text, client] of clients) {
      await client.until(() => false)
      kept.get(text)?.push(...client.acknowledged)
    }
    await parley.restart()
  }

  const acknowledged = [...kept.values()].flat().length
  expect(acknowledged).toBeGreaterThan(kills)
  for (const [text, words] of kept) {
    const reader = new AcknowledgingClient(parley.url, text, session)
    await reader.inStep()
    expect(words.filter((word) => !reader.words.includes(`${word} `))).toEqual([])
    reader.close()
  }
})
