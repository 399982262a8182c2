import type { Language } from '@parley/model'
import type { InvitationOffer } from '@parley/protocol'
import type { Letter } from '../mail.ts'

const words = {
  en: {
    subject: '{invitedBy} invites you to “{project}”',
    text: `Hello,

{invitedBy} invites you to take part in the project “{project}” of {clientOrganisation}, for {organisation}.

Open this link to accept. It can be used once, until {expires}:

{link}

If you do not know what this is about, please ignore this mail.
`,
  },
  de: {
    subject: '{invitedBy} lädt Sie zu „{project}“ ein',
    text: `Guten Tag,

{invitedBy} lädt Sie ein, für {organisation} am Projekt „{project}“ von {clientOrganisation} teilzunehmen.

Öffnen Sie diesen Link, um die Einladung anzunehmen. Er gilt einmal und bis zum {expires}:

{link}

Falls Sie nicht wissen, worum es geht, beachten Sie diese Nachricht bitte nicht.
`,
  },
} as const

/** The letter that carries an invitation's link, in the language of who invites. */
export function invitationLetter(
  offer: InvitationOffer,
  to: string,
  link: string,
  language: Language,
): Letter {
  const expires = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(offer.expiresAt))
  const facts: Readonly<Record<string, unknown>> = { ...offer, link, expires }
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
  const { subject, text } = words[language]
  return { to, subject: fill(subject).replace(/\s+/g, ' '), text: fill(text) }
}
