import { makeSession, type Session } from './session.ts'

/** Makes the session of this tab; its page warns before it is left while anything is unacknowledged. */
export function makeBrowserSession(): Session {
  const { protocol, host } = window.location
  const session = makeSession({
    url: `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/sync`,
    makeSocket: (url) => new WebSocket(url),
    random: Math.random,
    after(milliseconds, task) {
      const timer = window.setTimeout(task, milliseconds)
      return () => window.clearTimeout(timer)
    },
  })
  window.addEventListener('beforeunload', (event) => {
    if (session.hasUnacknowledged()) event.preventDefault()
  })
  window.addEventListener('online', () => session.retry())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') session.retry()
  })
  return session
}
