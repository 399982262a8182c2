/** What the server says of whoever a caret belongs to. */
interface CaretUser {
  readonly name: string
  readonly partyName: string
  readonly partyKind: string
}

/** Awareness is JSON from elsewhere: what is missing shows as nothing. */
const userOf = (user: Readonly<Record<string, unknown>>): CaretUser => ({
  name: String(user.name ?? ''),
  partyName: String(user.partyName ?? ''),
  partyKind: String(user.partyKind ?? ''),
})

/** Another person's caret: a line in the party's colour, with the name and the party beside it. */
export function caretOf(awarenessUser: Readonly<Record<string, unknown>>): HTMLElement {
  const user = userOf(awarenessUser)
  const caret = document.createElement('span')
  caret.className = 'caret'
  caret.dataset.party = user.partyKind
  const name = document.createElement('span')
  name.className = 'caret-name'
  name.textContent = user.partyName === '' ? user.name : `${user.name} · ${user.partyName}`
  caret.append(name)
  return caret
}

/** The words another person has selected. */
export function caretSelection(awarenessUser: Readonly<Record<string, unknown>>) {
  return { class: 'caret-selection', 'data-party': userOf(awarenessUser).partyKind }
}
