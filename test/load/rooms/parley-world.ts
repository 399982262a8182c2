import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { newId, type ProjectId, type TextId } from '@parley/model'
import { documentSchema, meSchema, projectSchema } from '@parley/protocol'
import { createApiClient } from '../../browser/api-client.ts'
import { sampleTable } from './sample-texts.ts'

const password = 'correct horse battery'

/** Sets a new server up: a project with so many requirements, and so many of the client's editors signed in. */
export async function prepareParley(
  port: number,
  dataFolder: string,
  texts: number,
  people: number,
): Promise<{ readonly texts: readonly TextId[]; readonly tokens: readonly string[] }> {
  const client = createApiClient(`http://127.0.0.1:${port}`)
  const person = { name: 'Ada', email: 'ada@client.example', password, organisation: 'Client plc' }
  const me = meSchema.parse(await client.call('POST', '/api/setup', person))
  const organisation = me.organisations[0]?.id
  const input = { name: 'Bench', language: 'en', organisation, source: sampleTable(texts) }
  const project = projectSchema.parse(await client.call('POST', '/api/projects', input)).id
  const document = documentSchema.parse(await client.call('GET', `/api/projects/${project}/document`))
  return {
    texts: document.requirements.map(({ text }) => text.id),
    tokens: signIn(dataFolder, project, people),
  }
}

/** Writes members with open sessions into the database: asking for so many over HTTP meets the limit on attempts. */
function signIn(dataFolder: string, project: ProjectId, people: number): readonly string[] {
  const database = new DatabaseSync(join(dataFolder, 'parley.db'), { timeout: 5_000 })
  const now = new Date().toISOString()
  const until = new Date(Date.now() + 86_400_000).toISOString()
  const party = database.prepare('select id from party where project_id = ?').get(project)?.id
  if (typeof party !== 'string') throw new Error('expected a party of the project')
  const user = database.prepare(
    'insert into user (id, name, email, emailVerified, createdAt, updatedAt) values (?, ?, ?, 0, ?, ?)',
  )
  const session = database.prepare(
    'insert into session (id, token, userId, expiresAt, createdAt, updatedAt) values (?, ?, ?, ?, ?, ?)',
  )
  const member = database.prepare(
    "insert into member values (?, ?, ?, ?, 'editor', 'information-security-officer', null, ?)",
  )
  const tokens: string[] = []
  database.exec('begin immediate')
  for (let number = 0; number < people; number++) {
    const [id, token] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')]
    user.run(id, `Person ${number}`, `person-${number}@client.example`, now, now)
    session.run(newId(), token, id, until, now, now)
    member.run(newId(), project, party, id, now)
    tokens.push(token)
  }
  database.exec('commit')
  database.close()
  return tokens
}
