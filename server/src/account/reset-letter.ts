import { languageOf } from '../http/language.ts'
import type { Letter } from '../mail.ts'

const words = {
  en: {
    subject: 'Your password for Parley',
    text: `Hello {name},

somebody, probably you, asked for a new password for your Parley account. Choose it here within one hour:

{link}

If it was not you, do nothing: your password stays as it is.
`,
  },
  de: {
    subject: 'Ihr Passwort für Parley',
    text: `Guten Tag {name},

jemand, vermutlich Sie selbst, hat ein neues Passwort für Ihr Parley-Konto angefordert. Wählen Sie es innerhalb einer Stunde hier:

{link}

Falls Sie das nicht waren, tun Sie bitte nichts: Ihr Passwort bleibt, wie es ist.
`,
  },
} as const

/** The letter with the link to choose a new password, in the language of the page that asked for it. */
export function resetLetter(
  person: { readonly name: string; readonly email: string },
  link: string,
  acceptLanguage: string | null | undefined,
): Letter {
  const { subject, text } = words[languageOf(acceptLanguage ?? undefined)]
  return { to: person.email, subject, text: text.replace('{name}', person.name).replace('{link}', link) }
}
