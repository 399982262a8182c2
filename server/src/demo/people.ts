import { createHmac } from 'node:crypto'
import type { MemberFunction, Role } from '@parley/model'
import type { Installation } from '@parley/protocol'

/** Somebody of the demonstration. */
export interface DemoPerson {
  readonly name: string
  readonly email: string
  readonly side: 'client' | 'provider'
  readonly role: Role
  readonly function: MemberFunction
}

export const organisations = { client: 'Stadtwerke Auental', provider: 'Nordlicht IT GmbH' } as const

/** Six people of different functions; the first of each side leads it. */
export const people = {
  claudia: {
    name: 'Claudia Brandt',
    email: 'claudia.brandt@auental.example',
    side: 'client',
    role: 'lead',
    function: 'information-security-officer',
  },
  holger: {
    name: 'Holger Seidel',
    email: 'holger.seidel@auental.example',
    side: 'client',
    role: 'editor',
    function: 'head-of-it',
  },
  meryem: {
    name: 'Meryem Aydın',
    email: 'meryem.aydin@auental.example',
    side: 'client',
    role: 'commenter',
    function: 'procurement',
  },
  lars: {
    name: 'Lars Petersen',
    email: 'lars.petersen@nordlicht.example',
    side: 'provider',
    role: 'lead',
    function: 'service-manager',
  },
  nadine: {
    name: 'Nadine Vogt',
    email: 'nadine.vogt@nordlicht.example',
    side: 'provider',
    role: 'editor',
    function: 'administrator',
  },
  tobias: {
    name: 'Tobias Kern',
    email: 'tobias.kern@nordlicht.example',
    side: 'provider',
    role: 'commenter',
    function: 'legal',
  },
} as const satisfies Readonly<Record<string, DemoPerson>>

export type DemoName = keyof typeof people

export const demoNames = Object.keys(people) as readonly DemoName[]

/** The one-click sign-ins as the sign-in page shows them. */
export const demoPeople = (): Installation['demoPeople'] =>
  demoNames.map((name) => {
    const person = people[name]
    return {
      email: person.email,
      name: person.name,
      organisation: organisations[person.side],
      function: person.function,
      partyKind: person.side,
    }
  })

/** The password of everybody in the demonstration; made from the installation's secret and told to nobody. */
export const demoPassword = (secret: string) =>
  createHmac('sha256', secret).update('the people of the demonstration').digest('base64url')
