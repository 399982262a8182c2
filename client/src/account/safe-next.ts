/** The address to go to after signing in: only within this application, whatever a link says. */
export function safeNext(next: string | null): string {
  const base = 'http://here.invalid'
  if (!next?.startsWith('/') || !URL.canParse(next, base)) return '/'
  const url = new URL(next, base)
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : '/'
}
