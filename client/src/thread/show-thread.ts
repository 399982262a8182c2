/** Brings a thread's box into view, and marks it for as long as it is looked at. */
export function showThread(id: string): void {
  const box = document.getElementById(`thread-${id}`)
  if (!box) return
  for (const shown of document.querySelectorAll('[data-shown]')) shown.removeAttribute('data-shown')
  box.setAttribute('data-shown', '')
  box.scrollIntoView({ block: 'nearest' })
}

/** Brings the words a thread is about into view. */
export function showWords(id: string): void {
  document.querySelector(`.text [data-highlight~="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'center' })
}
