import type { ApiClient } from '../browser/index.ts'
import type { TwoParties } from './two-parties.ts'

interface Requirement {
  readonly id: string
  readonly number: number
  readonly fingerprint: string
}

/** Gives a project what its pages show: threads of every kind, positions, a change since, two snapshots, an invitation. Answers the invitation's path. */
export async function fillWithLife(parties: TwoParties): Promise<string> {
  const { anna, jonas, clientParty, providerParty } = parties
  const base = `/api/projects/${parties.project}`
  const requirement = await requirementsOf(anna, base)
  const both = [clientParty, providerParty]
  const openThread = (
    client: ApiClient,
    number: number,
    audience: readonly string[],
    quote: string | null,
    body: string,
  ) =>
    client.call('POST', `${base}/threads`, {
      requirement: requirement(number).id,
      audience,
      anchor: quote === null ? null : { quote },
      body,
    }) as Promise<{ readonly id: string }>
  const answer = (client: ApiClient, number: number, stance: string, words = '') =>
    client.call('PUT', `${base}/requirements/${requirement(number).id}/position`, {
      stance,
      words,
      fingerprint: requirement(number).fingerprint,
    })

  const anchored = await openThread(anna, 2, both, 'bidder', 'Also those who were told by telephone?')
  await jonas.call('POST', `${base}/threads/${anchored.id}/comments`, { body: 'In writing, always.' })
  await openThread(anna, 2, [clientParty], null, 'Our limit is thirty days.')
  const settled = await openThread(jonas, 2, both, null, 'Settled on the telephone.')
  await jonas.call('PATCH', `${base}/threads/${settled.id}`, { state: 'resolved' })
  await answer(anna, 2, 'agreed')
  await answer(jonas, 2, 'agreed-with-reservation', 'Outside office hours only with a surcharge.')
  await answer(anna, 3, 'agreed')
  await answer(jonas, 3, 'agreed')
  await answer(jonas, 4, 'not-agreed', 'Not at this price.')
  await anna.call('PATCH', `${base}/requirements/${requirement(2).id}`, {
    fields: { verification: 'Minutes' },
  })
  await anna.call('POST', `${base}/requirements/${requirement(6).id}/withdrawal`, { withdrawn: true })
  await anna.call('POST', `${base}/snapshots`, {
    name: 'After the meeting',
    note: 'All there.',
    kind: 'working',
  })
  const invited = (await anna.call('POST', `${base}/invitations`, {
    into: { party: clientParty },
    email: null,
    role: 'editor',
    function: 'legal',
  })) as { readonly link: string }
  return new URL(invited.link).pathname
}

async function requirementsOf(client: ApiClient, base: string): Promise<(number: number) => Requirement> {
  const document = (await client.call('GET', `${base}/document`)) as {
    readonly requirements: readonly Requirement[]
  }
  return (number) => {
    const found = document.requirements.find((each) => each.number === number)
    if (!found) throw new Error(`expected R-${number} in the document`)
    return found
  }
}
