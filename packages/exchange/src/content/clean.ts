// biome-ignore lint/suspicious/noControlCharactersInRegex: reason: these are the characters to be removed
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g

/**
 * Text that databases, XML and JSON all accept: no control characters but tab and line feed, line ends as line feeds,
 * no half of a surrogate pair.
 */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(forbidden, '').toWellFormed()
}

/** Whether `clean` would take characters away (line ends aside). */
export function isClean(text: string): boolean {
  return text.search(forbidden) < 0 && text.isWellFormed()
}

/** At most `limit` characters; an ellipsis says that there was more. */
export function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).toWellFormed()}…`
}
