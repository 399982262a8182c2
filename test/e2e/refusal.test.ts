import { peopleSchema } from '@parley/protocol'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createApiClient, newPerson } from '../browser/index.ts'
import { card, openForWriting, saved, wordsOf } from './document-moves.ts'
import { useStage } from './two-parties.ts'

const stage = useStage()

/** Somebody new in the client's party, and a way to change their role. */
async function inviteEditor() {
  const { anna, project, clientParty } = stage.parties
  const invitation = { into: { party: clientParty }, email: null, role: 'editor', function: 'legal' }
  const { link } = (await anna.call('POST', `/api/projects/${project}/invitations`, invitation)) as {
    readonly link: string
  }
  const ben = createApiClient(stage.parley.url)
  await ben.call('POST', `/api/invitations/${link.split('/').at(-1)}/accept`, {
    newPerson: { name: 'Ben Roth', email: 'ben@stadtwerke.example', password: 'vier wörter und ein punkt.' },
  })
  const people = peopleSchema.parse(await anna.call('GET', `/api/projects/${project}/people`))
  const member = people.parties.flatMap(({ members }) => members).find(({ name }) => name === 'Ben Roth')
  if (!member) throw new Error('expected Ben among the members')
  const become = (role: 'editor' | 'viewer') =>
    anna.call('PATCH', `/api/projects/${project}/members/${member.id}`, { role })
  return { ben, become }
}

/** Holds back what a page sends on its socket, on demand. */
async function holdSocket(page: Page) {
  let isHeld = false
  let release = () => {}
  await page.routeWebSocket(/\/sync$/, (socket) => {
    const server = socket.connectToServer()
    const waiting: (string | Buffer)[] = []
    socket.onMessage((message) => {
      if (isHeld) waiting.push(message)
      else server.send(message)
    })
    release = () => {
      isHeld = false
      for (const message of waiting.splice(0)) server.send(message)
    }
  })
  return {
    hold: () => {
      isHeld = true
    },
    release: () => release(),
  }
}

test('words on their way when their writer loses the right to write stay with the writer, who can put them in later', async () => {
  const { ben, become } = await inviteEditor()
  const { page, complaints } = await newPerson(stage.browser, stage.parley, { session: ben })
  const { hold, release } = await holdSocket(page)
  await page.goto(`/projects/${stage.parties.project}`)
  await openForWriting(page, 2)
  await page.keyboard.type('Taken. ')
  await saved(page)
  hold()
  await page.keyboard.type('Refused words. ')
  await page.locator('[data-saved="saving"]').waitFor()
  await become('viewer')
  await card(page, 2).getByText('Your role in this project reads').first().waitFor()
  await card(page, 2).getByRole('button', { name: 'Change fields' }).waitFor({ state: 'detached' })
  release()
  const note = card(page, 2).getByRole('alert')
  await note.getByText('Refused words.').waitFor()
  await page.locator('[data-saved="refused"]').waitFor()
  expect(await note.getByRole('button', { name: 'Insert at the caret' }).count()).toBe(0)
  expect(await wordsOf(page, 2)).toContain('Taken. ')
  expect(await wordsOf(page, 2)).not.toContain('Refused')

  await become('editor')
  await card(page, 2).getByText('Your role in this project reads').waitFor({ state: 'detached' })
  await openForWriting(page, 2)
  await note.getByRole('button', { name: 'Insert at the caret' }).waitFor()
  await note.getByRole('button', { name: 'Insert at the caret' }).click()
  await note.waitFor({ state: 'detached' })
  await saved(page)
  expect(await wordsOf(page, 2)).toContain('Refused words.')
  expect(complaints).toEqual([])
})
