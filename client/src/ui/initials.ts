/** Two letters for a name: first and last word's, or the first two of a single word. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => /\p{L}/u.test(word))
  const [first = ''] = words
  const last = words.length > 1 ? words.at(-1) : undefined
  const letters = last ? [...first].slice(0, 1).concat([...last].slice(0, 1)) : [...first].slice(0, 2)
  return letters.join('').toLocaleUpperCase()
}
