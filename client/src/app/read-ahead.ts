/** Answers asked for before the page that shows them stands; each is given out once. */
const ahead = new Map<string, Promise<unknown>>()

/** Begins to read something that a page will ask for; a failure is forgotten, so that the page tries itself. */
export function readAhead<T>(address: string, read: () => Promise<T>): void {
  const answer = read()
  answer.catch(() => {
    if (ahead.get(address) === answer) ahead.delete(address)
  })
  ahead.set(address, answer)
}

/** What was begun for this address, else what `read` gives. */
export function takeAhead<T>(address: string, read: () => Promise<T>): Promise<T> {
  const answer = ahead.get(address)
  ahead.delete(address)
  // reason: an address always gives the same type
  return (answer as Promise<T> | undefined) ?? read()
}
