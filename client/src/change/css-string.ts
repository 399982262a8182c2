/** Words as a CSS string; everything that could end the string or the style element is escaped. */
export function cssString(words: string): string {
  const escaped = words.replace(
    /[^\p{L}\p{N} .,:;()\-–—/·]/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `,
  )
  return `"${escaped}"`
}
