import type { PartyKind, PersonId } from '@parley/model'

/** Shades around each party's colour, dark enough for white letters on them (contrast at least 4.5). */
const shades: Readonly<Record<PartyKind, readonly string[]>> = {
  client: ['#0b5f8a', '#14557a', '#1b6f78', '#2f5aa0', '#075985'],
  provider: ['#a6480b', '#8f3d0a', '#9a3412', '#87550a', '#a13a24'],
  observer: ['#6b6480', '#5b5470', '#75608a'],
}

/** The colour of a person's caret: one of their party's shades, always the same for the same person. */
export function caretColour(person: PersonId, { partyKind }: { readonly partyKind: PartyKind }): string {
  const choices = shades[partyKind]
  let sum = 0
  for (const letter of person) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003
  return choices[sum % choices.length] ?? shades.client[0] ?? '#0b5f8a'
}
