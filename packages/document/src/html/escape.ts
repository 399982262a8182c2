const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Words as they may stand in HTML, between tags as well as in quoted attributes. */
export const escapeHtml = (words: string) =>
  words.replace(/[&<>"']/g, (character) => entities[character] ?? character)

/** An opening tag; values are escaped, names must come from code. */
export function openTag(tag: string, attributes: Readonly<Record<string, string>> = {}): string {
  let html = `<${tag}`
  for (const [name, value] of Object.entries(attributes)) html += ` ${name}="${escapeHtml(value)}"`
  return `${html}>`
}
